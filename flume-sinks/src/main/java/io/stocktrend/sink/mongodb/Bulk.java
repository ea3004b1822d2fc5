package io.stocktrend.sink.mongodb;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** Documents that go to the server in one message, which fits its limit of 48 MB. */
final class Bulk {
  private static final int MOST_BYTES = 24 << 20;
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final List<ReplaceOneModel<RawBsonDocument>> models = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private long bytes;

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Whether a document of that size, at most 16 MB, can still come in. */
  boolean takes(int size) {
    return isEmpty() || bytes + size <= MOST_BYTES;
  }

  void add(String id, Row row, DocumentEncoder.Encoded encoded) {
    BsonDocument identity = new BsonDocument(DocumentEncoder.ID, new BsonString(id));
    models.add(new ReplaceOneModel<>(identity, encoded.document(), UPSERT));
    rows.add(row);
    bytes += encoded.size();
  }

  /**
   * Stores the documents durably.
   *
   * @throws com.mongodb.MongoException if some may not be durable and a retry may help
   */
  Outcome write(MongoCollection<RawBsonDocument> collection) {
    List<RefusedEvent> refused = new ArrayList<>();
    int known = rows.stream().mapToInt(row -> row.older().size()).sum();
    try {
      known += collection.bulkWrite(models, UNORDERED).getMatchedCount();
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(FailureKind::passes)) {
        throw e;
      }
      known += e.getWriteResult().getMatchedCount();
      for (BulkWriteError error : e.getWriteErrors()) {
        Row row = rows.get(error.getIndex());
        refused.addAll(row.refused(reason(error)));
        known -= row.older().size();
      }
    }
    return new Outcome(refused, known);
  }

  private static String reason(BulkWriteError error) {
    return "MongoDB refuses its document: "
        + error.getMessage()
        + " (code "
        + error.getCode()
        + ")";
  }

  /**
   * What became of the documents.
   *
   * @param known how many stood in the collection already, or twice in the batch
   */
  record Outcome(List<RefusedEvent> refused, int known) {}
}
