package io.stocktrend.assembly.benchmark;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.stocktrend.record.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.bson.BsonDateTime;
import org.bson.Document;

/** Upserts rows with the driver's own bulks and nothing else. */
final class BareBulkWrite {
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private BareBulkWrite() {}

  static void write(EventPool pool, int rows, int batch, MongoCollection<Document> collection) {
    for (int from = 0; from < rows; from += batch) {
      List<ReplaceOneModel<Document>> models = new ArrayList<>(batch);
      for (int i = from; i < Math.min(from + batch, rows); i++) {
        Document document = document(pool.record(i));
        models.add(new ReplaceOneModel<>(Filters.eq("_id", document.get("_id")), document, UPSERT));
      }
      collection.bulkWrite(models, UNORDERED);
    }
  }

  private static Document document(GenericRecord record) {
    Document document = new Document();
    for (Schema.Field field : record.getSchema().getFields()) {
      document.put(
          field.pos() == Field.RECORD_ID.position() ? "_id" : field.name(),
          value(field.pos(), record.get(field.pos())));
    }
    return document;
  }

  private static Object value(int position, Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    boolean time =
        position >= Field.EVENT_TIME.position() && position <= Field.COLLECTED_AT.position();
    return time ? new BsonDateTime((Long) value / 1000) : value;
  }
}
