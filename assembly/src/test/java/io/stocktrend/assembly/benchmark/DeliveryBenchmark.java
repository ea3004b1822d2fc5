package io.stocktrend.assembly.benchmark;

import io.stocktrend.sink.CsvSink;
import io.stocktrend.sink.JsonSink;
import io.stocktrend.sink.ParquetSink;
import io.stocktrend.sink.text.CsvFormat;
import io.stocktrend.sink.text.JsonFormat;
import io.stocktrend.sink.text.TextCompression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.flume.Sink;
import org.apache.flume.sink.NullSink;
import org.apache.flume.sink.RollingFileSink;
import org.apache.flume.sink.hdfs.HDFSEventSink;

/**
 * Rows a second into files through Flume's channels, beside Flume's own HDFS, rolling-file and null
 * sinks and a bare ParquetWriter, in rounds within one run; prints medians and ratios as a table.
 * Arguments: rows, rounds and, if not all contestants are to run, a regular expression of names.
 */
final class DeliveryBenchmark {
  private static final List<Integer> ROLLING_FILE_BATCHES =
      List.of(SinkSettings.BATCH, SinkSettings.ROLLING_FILE_DEFAULT);

  private final int rows;
  private final String wanted;
  private final EventPool pool = new EventPool();
  private final EventPool csvLines = pool.lines(new CsvFormat(TextCompression.NONE));
  private final EventPool jsonLines = pool.lines(new JsonFormat(TextCompression.NONE));
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  private DeliveryBenchmark(int rows, String wanted) throws Exception {
    this.rows = rows;
    this.wanted = wanted;
  }

  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[0]);
    int rounds = Integer.parseInt(args[1]);
    DeliveryBenchmark benchmark = new DeliveryBenchmark(rows, args.length > 2 ? args[2] : "");
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
        "bare ParquetWriter, a forced file per " + SinkSettings.BATCH,
        folder -> BareLoop.write(pool, rows, folder, true));
    ours("memory", "ParquetSink", ParquetSink::new);
    measure(
        "memory channel, stock HDFS sink",
        folder ->
            new Pipeline(pool, rows, folder)
                .through("memory", new HDFSEventSink(), SinkSettings.hdfs(folder)));
    ours("memory", "CsvSink", CsvSink::new);
    rollingFile("CSV", RowSerializer.Csv.class);
    rollingFile("CSV", csvLines);
    ours("memory", "JsonSink", JsonSink::new);
    rollingFile("JSON", RowSerializer.Json.class);
    rollingFile("JSON", jsonLines);
    ours("file", "ParquetSink", ParquetSink::new);
    measure(
        "file channel, null sink",
        folder ->
            new Pipeline(pool, rows, folder)
                .through("file", new NullSink(), SinkSettings.nullSink()));
  }

  private void ours(String channel, String name, Supplier<Sink> sink) throws Exception {
    measure(
        channel + " channel, " + name,
        folder ->
            new Pipeline(pool, rows, folder)
                .through(channel, sink.get(), SinkSettings.ours(folder)));
  }

  /** The stock sink over the same events, with a serializer that writes the same text. */
  private void rollingFile(String format, Class<?> serializer) throws Exception {
    for (int batch : ROLLING_FILE_BATCHES) {
      measure(
          decoding(format, batch),
          folder ->
              new Pipeline(pool, rows, folder)
                  .through(
                      "memory",
                      new RollingFileSink(),
                      SinkSettings.rollingFile(folder, batch, serializer.getName())));
    }
  }

  private static String decoding(String format, int batch) {
    return "memory channel, rolling-file sink that decodes into " + format + batches(batch);
  }

  private static String batches(int batch) {
    return ", batches of " + batch;
  }

  /** The stock sink over events whose bodies are the lines that the sink of ours writes. */
  private void rollingFile(String format, EventPool lines) throws Exception {
    for (int batch : ROLLING_FILE_BATCHES) {
      measure(
          copying(format, batch),
          folder ->
              new Pipeline(lines, rows, folder)
                  .through(
                      "memory",
                      new RollingFileSink(),
                      SinkSettings.rollingFile(folder, batch, "TEXT")));
    }
  }

  private static String copying(String format, int batch) {
    return "memory channel, rolling-file sink that copies ready " + format + batches(batch);
  }

  private void measure(String name, Contestant contestant) throws Exception {
    if (!Pattern.compile(wanted).matcher(name).find()) {
      return;
    }
    Path folder = Files.createTempDirectory("benchmark");
    System.gc();
    try {
      long start = System.nanoTime();
      contestant.run(folder);
      double seconds = (System.nanoTime() - start) / 1e9;
      rates.computeIfAbsent(name, n -> new ArrayList<>()).add(rows / seconds);
      System.err.printf("%-64s %,12.0f rows/s%n", name, rows / seconds);
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
    for (int batch : ROLLING_FILE_BATCHES) {
      ratio("memory channel, CsvSink", decoding("CSV", batch));
      ratio("memory channel, JsonSink", decoding("JSON", batch));
      ratio("memory channel, CsvSink", copying("CSV", batch));
      ratio("memory channel, JsonSink", copying("JSON", batch));
    }
    ratio("file channel, ParquetSink", "file channel, null sink");
  }

  private void ratio(String ours, String other) {
    if (rates.containsKey(ours) && rates.containsKey(other)) {
      System.out.printf("%s / %s = %.2f%n", ours, other, median(ours) / median(other));
    }
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
