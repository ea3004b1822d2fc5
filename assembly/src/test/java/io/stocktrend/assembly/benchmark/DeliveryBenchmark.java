package io.stocktrend.assembly.benchmark;

import io.stocktrend.sink.ParquetSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flume.sink.NullSink;
import org.apache.flume.sink.hdfs.HDFSEventSink;

/**
 * Rows a second into Parquet through Flume's channels, beside Flume's own HDFS sink, a null sink
 * and a bare ParquetWriter, in rounds within one run; prints medians and ratios as a table.
 * Arguments: rows and rounds.
 */
final class DeliveryBenchmark {
  private static final int BATCH = 10_000;

  private final int rows;
  private final EventPool pool = new EventPool();
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  private DeliveryBenchmark(int rows) throws Exception {
    this.rows = rows;
  }

  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[0]);
    int rounds = Integer.parseInt(args[1]);
    DeliveryBenchmark benchmark = new DeliveryBenchmark(rows);
    benchmark.round();
    benchmark.rates.clear();
    for (int i = 0; i < rounds; i++) {
      benchmark.round();
    }
    benchmark.print(rounds);
  }

  private void round() throws Exception {
    measure("bare ParquetWriter, one file", folder -> BareLoop.write(pool, rows, folder, false));
    measure(
        "bare ParquetWriter, a forced file per " + BATCH,
        folder -> BareLoop.write(pool, rows, folder, true));
    measure(
        "memory channel, ParquetSink",
        folder -> pipeline(folder).through("memory", new ParquetSink(), parquet(folder)));
    measure(
        "memory channel, stock HDFS sink",
        folder -> pipeline(folder).through("memory", new HDFSEventSink(), hdfs(folder)));
    measure(
        "file channel, ParquetSink",
        folder -> pipeline(folder).through("file", new ParquetSink(), parquet(folder)));
    measure(
        "file channel, null sink",
        folder ->
            pipeline(folder)
                .through("file", new NullSink(), Map.of("batchSize", Integer.toString(BATCH))));
  }

  private Pipeline pipeline(Path folder) {
    return new Pipeline(pool, rows, folder);
  }

  private static Map<String, String> parquet(Path folder) {
    return Map.of(
        "path",
        folder + "/data/%{dataset}/date=%Y-%m-%d",
        "quarantineDir",
        folder + "/quarantine",
        "batchSize",
        Integer.toString(BATCH),
        "batchMaxDelay",
        "1s");
  }

  /** One file, as raw bodies: the least that the stock sink can be asked to do. */
  private static Map<String, String> hdfs(Path folder) {
    return Map.of(
        "hdfs.path", "file://" + folder + "/hdfs/%{dataset}/date=%Y-%m-%d",
        "hdfs.batchSize", Integer.toString(BATCH),
        "hdfs.fileType", "DataStream",
        "hdfs.rollInterval", "0",
        "hdfs.rollSize", "0",
        "hdfs.rollCount", "0");
  }

  private void measure(String name, Contestant contestant) throws Exception {
    Path folder = Files.createTempDirectory("benchmark");
    System.gc();
    try {
      long start = System.nanoTime();
      contestant.run(folder);
      double seconds = (System.nanoTime() - start) / 1e9;
      rates.computeIfAbsent(name, n -> new ArrayList<>()).add(rows / seconds);
      System.err.printf("%-48s %,12.0f rows/s%n", name, rows / seconds);
    } finally {
      delete(folder);
    }
  }

  private void print(int rounds) {
    System.out.printf(
        "Medians of %d rounds of %,d rows; Java %s, heap %d MB.%n%n",
        rounds, rows, Runtime.version(), Runtime.getRuntime().maxMemory() >> 20);
    System.out.println("| contestant | rows/s | lowest to highest |");
    System.out.println("|---|---|---|");
    rates.forEach(
        (name, all) ->
            System.out.printf(
                "| %s | %,.0f | %,.0f to %,.0f |%n",
                name, median(name), Collections.min(all), Collections.max(all)));
    System.out.println();
    ratio("memory channel, ParquetSink", "memory channel, stock HDFS sink");
    ratio("memory channel, ParquetSink", "bare ParquetWriter, one file");
    ratio("file channel, ParquetSink", "file channel, null sink");
  }

  private void ratio(String ours, String other) {
    System.out.printf("%s / %s = %.2f%n", ours, other, median(ours) / median(other));
  }

  private double median(String name) {
    List<Double> sorted = rates.get(name).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private interface Contestant {
    void run(Path folder) throws Exception;
  }
}
