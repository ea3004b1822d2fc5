package io.stocktrend.assembly.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.stocktrend.sink.MongoSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Rows a second into a MongoDB server through a memory channel and the sink, beside a bare
 * bulkWrite loop; each into an empty collection with the same indexes, then the same rows again.
 * Arguments: rows, rounds, and the server's connection string.
 */
final class MongoBenchmark {
  private static final int BATCH = 5000;
  private static final String DATABASE = "benchmark";
  private static final String SINK = "memory channel, MongoSink";
  private static final String BARE = "bare bulkWrite";

  private final int rows;
  private final String uri;
  private final MongoDatabase database;
  private final EventPool pool;
  private final Path folder = Files.createTempDirectory("benchmark");
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  private MongoBenchmark(int rows, String uri, MongoClient client) throws Exception {
    this.rows = rows;
    this.uri = uri;
    this.pool = new EventPool(rows);
    this.database =
        client.getDatabase(DATABASE).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[1]);
    try (MongoClient client = MongoClients.create(args[2])) {
      MongoBenchmark benchmark = new MongoBenchmark(Integer.parseInt(args[0]), args[2], client);
      benchmark.round();
      benchmark.rates.clear();
      for (int i = 0; i < rounds; i++) {
        benchmark.round();
      }
      benchmark.print(rounds);
    }
  }

  private void round() throws Exception {
    measure(BARE, collection -> BareBulkWrite.write(pool, rows, BATCH, collection));
    measure(
        SINK,
        collection ->
            new Pipeline(pool, rows, folder)
                .through("memory", new MongoSink(), settings(collection)));
  }

  private Map<String, String> settings(MongoCollection<Document> collection) {
    return Map.of(
        "uri",
        uri,
        "database",
        DATABASE,
        "collection",
        collection.getNamespace().getCollectionName(),
        "quarantineDir",
        folder.resolve("quarantine").toString(),
        "batchSize",
        Integer.toString(BATCH),
        "batchMaxDelay",
        "1s");
  }

  private void measure(String name, Contestant contestant) throws Exception {
    MongoCollection<Document> collection = database.getCollection("run" + System.nanoTime());
    collection.createIndex(Indexes.ascending("event_time"));
    collection.createIndex(Indexes.ascending("symbol", "event_time"));
    for (String pass : List.of("", ", again")) {
      System.gc();
      long start = System.nanoTime();
      contestant.run(collection);
      double rate = rows / ((System.nanoTime() - start) / 1e9);
      rates.computeIfAbsent(name + pass, each -> new ArrayList<>()).add(rate);
      System.err.printf("%-40s %,12.0f rows/s%n", name + pass, rate);
      if (collection.countDocuments() != rows) {
        throw new IllegalStateException(name + pass + " did not store every row once");
      }
    }
    collection.drop();
  }

  private void print(int rounds) {
    System.out.printf(
        "Medians of %d rounds of %,d rows, %,d a batch; Java %s.%n%n",
        rounds, rows, BATCH, Runtime.version());
    System.out.println("| contestant | rows/s | lowest to highest |");
    System.out.println("|---|---|---|");
    rates.forEach(
        (name, all) ->
            System.out.printf(
                "| %s | %,.0f | %,.0f to %,.0f |%n",
                name, median(all), Collections.min(all), Collections.max(all)));
    System.out.println();
    for (String pass : List.of("", ", again")) {
      System.out.printf(
          "%s%s / %s = %.2f, the median of the rounds' own ratios%n",
          SINK, pass, BARE, ratio(pass));
    }
  }

  /** Neighbours in time share the machine's load, which the medians of all rounds need not. */
  private double ratio(String pass) {
    List<Double> bare = rates.get(BARE + pass);
    List<Double> sink = rates.get(SINK + pass);
    return median(
        IntStream.range(0, bare.size()).mapToObj(i -> sink.get(i) / bare.get(i)).toList());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private interface Contestant {
    void run(MongoCollection<Document> collection) throws Exception;
  }
}
