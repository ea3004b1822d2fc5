package io.stocktrend.assembly.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The settings of the sinks that are measured, all with batches of the same size. */
final class SinkSettings {
  static final int BATCH = 10_000;

  /** What the stock rolling-file sink takes in a transaction unless told otherwise. */
  static final int ROLLING_FILE_DEFAULT = 100;

  private static final String BATCH_SIZE = Integer.toString(BATCH);

  private SinkSettings() {}

  /** A file sink of this project, with its defaults. */
  static Map<String, String> ours(Path folder) {
    return Map.of(
        "path",
        folder + "/data/%{dataset}/date=%Y-%m-%d",
        "quarantineDir",
        folder + "/quarantine",
        "batchSize",
        BATCH_SIZE,
        "batchMaxDelay",
        "1s");
  }

  /** One file, as raw bodies: the least that the stock HDFS sink can be asked to do. */
  static Map<String, String> hdfs(Path folder) {
    return Map.of(
        "hdfs.path", "file://" + folder + "/hdfs/%{dataset}/date=%Y-%m-%d",
        "hdfs.batchSize", BATCH_SIZE,
        "hdfs.fileType", "DataStream",
        "hdfs.rollInterval", "0",
        "hdfs.rollSize", "0",
        "hdfs.rollCount", "0");
  }

  /**
   * One file of the stock rolling-file sink.
   *
   * @param serializer {@code TEXT}, its default, makes a line of each body
   */
  static Map<String, String> rollingFile(Path folder, int batch, String serializer)
      throws IOException {
    return Map.of(
        "sink.directory",
        Files.createDirectories(folder.resolve("rolled")).toString(),
        "sink.batchSize",
        Integer.toString(batch),
        "sink.serializer",
        serializer,
        "sink.rollInterval",
        "0");
  }

  static Map<String, String> nullSink() {
    return Map.of("batchSize", BATCH_SIZE);
  }
}
