package io.stocktrend.assembly.benchmark;

import io.stocktrend.sink.JdbcSink;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;

/**
 * Rows a second into a real PostgreSQL that forces every commit, through a memory channel and the
 * JDBC sink, beside the two best methods of a bare program; each into an empty table, then the same
 * rows again. Arguments: rows and rounds.
 */
final class JdbcBenchmark {
  private static final int BATCH = 5000;
  private static final String SINK = "memory channel, JdbcSink";
  private static final String UNNEST = "bare UNNEST upsert";
  private static final String COPY = "bare COPY and merge";

  private final int rows;
  private final EventPool pool;
  private final EmbeddedPostgres server;
  private final Path folder = Files.createTempDirectory("benchmark");
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  private JdbcBenchmark(int rows, EmbeddedPostgres server) throws Exception {
    this.rows = rows;
    this.server = server;
    this.pool = new EventPool(rows);
  }

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[1]);
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_wal_size", "2GB")
            .start()) {
      JdbcBenchmark benchmark = new JdbcBenchmark(Integer.parseInt(args[0]), server);
      benchmark.makeTable();
      benchmark.round();
      benchmark.rates.clear();
      for (int i = 0; i < rounds; i++) {
        benchmark.round();
      }
      benchmark.print(rounds);
    }
  }

  /** Lets the sink make the table that all contestants write to. */
  private void makeTable() throws Exception {
    new Pipeline(pool, 1, folder).through("memory", new JdbcSink(), settings());
  }

  private void round() throws Exception {
    measure(UNNEST, () -> bare(BareUpsert::unnest));
    measure(COPY, () -> bare(BareUpsert::copy));
    measure(
        SINK, () -> new Pipeline(pool, rows, folder).through("memory", new JdbcSink(), settings()));
  }

  private Map<String, String> settings() {
    return Map.of(
        "url",
        "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
        "user",
        "postgres",
        "quarantineDir",
        folder.resolve("quarantine").toString(),
        "batchSize",
        Integer.toString(BATCH),
        "batchMaxDelay",
        "1s");
  }

  private void bare(Method method) throws Exception {
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      connection.setAutoCommit(false);
      for (int from = 0; from < rows; from += BATCH) {
        int to = Math.min(from + BATCH, rows);
        method.write(connection, IntStream.range(from, to).mapToObj(pool::record).toList());
      }
    }
  }

  private void measure(String name, Contestant contestant) throws Exception {
    execute("TRUNCATE financial_data");
    for (String pass : List.of("", ", again")) {
      execute("CHECKPOINT");
      System.gc();
      long start = System.nanoTime();
      contestant.run();
      double rate = rows / ((System.nanoTime() - start) / 1e9);
      rates.computeIfAbsent(name + pass, each -> new ArrayList<>()).add(rate);
      System.err.printf("%-40s %,12.0f rows/s%n", name + pass, rate);
    }
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void print(int rounds) {
    System.out.printf(
        "Medians of %d rounds of %,d rows, %,d a transaction; Java %s.%n%n",
        rounds, rows, BATCH, Runtime.version());
    System.out.println("| contestant | rows/s | lowest to highest |");
    System.out.println("|---|---|---|");
    rates.forEach(
        (name, all) ->
            System.out.printf(
                "| %s | %,.0f | %,.0f to %,.0f |%n",
                name, median(name), Collections.min(all), Collections.max(all)));
    System.out.println();
    for (String pass : List.of("", ", again")) {
      double best = Math.max(median(UNNEST + pass), median(COPY + pass));
      System.out.printf(
          "%s%s / the best bare method = %.2f%n", SINK, pass, median(SINK + pass) / best);
    }
  }

  private double median(String name) {
    List<Double> sorted = rates.get(name).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private interface Contestant {
    void run() throws Exception;
  }

  private interface Method {
    void write(Connection connection, List<GenericRecord> rows) throws Exception;
  }
}
