package io.stocktrend.sink.file;

import io.stocktrend.record.EventHeaders;
import io.stocktrend.sink.batch.BatchWriter;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Writes parts below the root of an agent's sink, whether that agent runs or not. What stands there
 * already is kept out by events that are marked as possible duplicates.
 *
 * @param root folder of the agent's data, e.g. {@code data/raw}
 * @param claim folder that keeps a second guest out
 * @param name in the part names; with a dot, which no sink's name can have
 */
public record GuestDestination(Path root, Path claim, String name) {
  private static final String PARTITION = "/%{" + EventHeaders.DATASET + "}/date=%Y-%m-%d";

  /**
   * A writer of parts of that format in date partitions.
   *
   * @throws IllegalArgumentException if the root's name holds a per cent sign
   */
  public BatchWriter writer(PartFormat format, Clock clock) {
    Path folder = root.toAbsolutePath().normalize();
    if (folder.toString().contains("%")) {
      throw new IllegalArgumentException("the folder " + folder + " holds a '%': rename it");
    }
    String path = folder + PARTITION;
    return new FileBatchWriter(
        new GuestStore(folder, claim, name),
        new PathTemplate(path, PathEscapes.in(path)),
        format,
        new PartNames(name, clock));
  }
}
