package io.stocktrend.assembly;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** A server that speaks MongoDB's protocol and outlives the agents. */
final class DrainedMongo implements DrainedStore {
  private final Path folder;
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final String uri = "mongodb://127.0.0.1:" + server.bind().getPort();
  private final MongoClient client = MongoClients.create(uri);

  DrainedMongo(Path folder) {
    this.folder = folder;
  }

  /** Small batches, so that many a kill meets the same drain. */
  @Override
  public Map<String, String> sink() {
    return Map.of(
        "type",
        "io.stocktrend.sink.MongoSink",
        "uri",
        uri,
        "database",
        "market",
        "quarantineDir",
        folder.resolve("quarantine").toString(),
        "batchSize",
        "100");
  }

  @Override
  public List<String> steps() {
    return List.of(
        "sink.indexes-created@1",
        "sink.bulk-encoded",
        "sink.bulk-written",
        "sink.before-commit",
        "sink.committed");
  }

  @Override
  public long progress() {
    return rows().countDocuments();
  }

  private MongoCollection<Document> rows() {
    return client.getDatabase("market").getCollection("financial_data");
  }

  @Override
  public PartFiles.Count count() {
    Set<String> symbols = new HashSet<>();
    long count = 0;
    // Each of the events has a symbol of its own.
    for (Document row : rows().find().projection(Projections.include("symbol"))) {
      symbols.add(row.getString("symbol"));
      count++;
    }
    return new PartFiles.Count(count, symbols.size());
  }

  @Override
  public List<Path> leftovers() {
    return List.of();
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }
}
