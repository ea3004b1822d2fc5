package io.stocktrend.assembly;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A store that an agent drains a file channel into, and what is in it. */
interface DrainedStore extends AutoCloseable {
  /** The type and the settings of its sink. */
  Map<String, String> sink();

  /** The named steps of its sink; one that is reached but once has a number behind it. */
  List<String> steps();

  /** A number that grows with what is stored, and costs little to ask for. */
  long progress();

  /** What is stored by now, read whole. */
  PartFiles.Count count();

  /** What a writer has left behind. */
  List<Path> leftovers();

  @Override
  void close();

  /** The stores by the names of their sinks, each empty and with its files in that folder. */
  static DrainedStore open(String kind, Path folder) throws Exception {
    return switch (kind) {
      case "parquet", "csv", "json" -> new DrainedFiles(kind, folder);
      case "jdbc" -> new DrainedPostgres(folder);
      case "mongo" -> new DrainedMongo(folder);
      default -> throw new IllegalArgumentException("no store is called " + kind);
    };
  }
}
