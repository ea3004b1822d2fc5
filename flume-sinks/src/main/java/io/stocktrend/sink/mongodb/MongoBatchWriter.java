package io.stocktrend.sink.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.batch.BatchResult;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.mongodb.CollectionBatches.Target;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.RawBsonDocument;

/** Stores a batch as unordered bulks of replacing upserts, without session and transaction. */
final class MongoBatchWriter implements BatchWriter {
  private final ServerConnection server;
  private final String database;
  private final CollectionTemplate collections;
  private final DocumentEncoder encoder = new DocumentEncoder();
  private final Set<Target> indexed = new HashSet<>();
  private final List<RefusedEvent> refused = new ArrayList<>();
  private int known;

  MongoBatchWriter(ServerConnection server, String database, CollectionTemplate collections) {
    this.server = server;
    this.database = database;
    this.collections = collections;
  }

  /** A server that is away yet must not cost the agent its sink: the first batch connects. */
  @Override
  public void open() {}

  @Override
  public BatchResult write(List<RecordEvent> batch) throws IOException {
    CollectionBatches split = new CollectionBatches(batch, collections);
    refused.clear();
    refused.addAll(split.refused());
    known = 0;
    for (Map.Entry<Target, Map<String, Row>> part : split.rows().entrySet()) {
      createIndexes(part.getKey());
      write(part.getKey(), part.getValue());
    }
    return new BatchResult(refused, known);
  }

  private void createIndexes(Target target) throws IOException {
    if (indexed.contains(target)) {
      return;
    }
    server.call(
        client -> {
          SearchIndexes.create(collection(client, target), target.dataset());
          return target;
        });
    indexed.add(target);
    FaultPoint.reach("sink.indexes-created");
  }

  private void write(Target target, Map<String, Row> rows) throws IOException {
    int limit = server.maxDocumentSize();
    Bulk bulk = new Bulk();
    for (Map.Entry<String, Row> row : rows.entrySet()) {
      DocumentEncoder.Encoded encoded = encoder.encode(row.getValue().newest().record());
      if (size(row.getKey(), encoded) > limit) {
        refused.addAll(row.getValue().refused(tooLarge(encoded.size(), limit)));
        continue;
      }
      if (!bulk.takes(encoded.size())) {
        send(target, bulk);
        bulk = new Bulk();
      }
      bulk.add(row.getKey(), row.getValue(), encoded);
    }
    if (!bulk.isEmpty()) {
      send(target, bulk);
    }
  }

  /** The identity goes over the wire twice, and both count. */
  private static long size(String id, DocumentEncoder.Encoded encoded) {
    return (long) encoded.size() + id.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String tooLarge(int size, int limit) {
    return "its document has " + size + " bytes, MongoDB takes at most " + limit;
  }

  private void send(Target target, Bulk bulk) throws IOException {
    FaultPoint.reach("sink.bulk-encoded");
    Bulk.Outcome outcome = server.call(client -> bulk.write(collection(client, target)));
    FaultPoint.reach("sink.bulk-written");
    refused.addAll(outcome.refused());
    known += outcome.known();
  }

  private MongoCollection<RawBsonDocument> collection(MongoClient client, Target target) {
    return client.getDatabase(database).getCollection(target.collection(), RawBsonDocument.class);
  }

  /** What failed may have been another server, or one that lost its indexes. */
  @Override
  public void rolledBack() {
    indexed.clear();
  }

  @Override
  public void close() {
    server.close();
  }
}
