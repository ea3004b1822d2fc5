package io.stocktrend.record;

import java.nio.file.Path;

/**
 * Where a dataset lies below a data root: {@code <agent>/<dataset>/date=YYYY-MM-DD/<part>}, the
 * date being that of {@code collected_at} in UTC. A name that starts with {@code _} or {@code .} is
 * not data: it is being written, or serves the writer.
 */
public final class DatasetLayout {
  /** Name of the partition column. */
  public static final String PARTITION_COLUMN = "date";

  private DatasetLayout() {}

  /** Folder of the dataset below the root. */
  public static Path folder(Path root, Dataset dataset) {
    return root.resolve(dataset.agent()).resolve(dataset.id());
  }

  /** Whether a reader may look at a file or folder of that name. */
  public static boolean isVisible(String name) {
    return !name.startsWith("_") && !name.startsWith(".");
  }
}
