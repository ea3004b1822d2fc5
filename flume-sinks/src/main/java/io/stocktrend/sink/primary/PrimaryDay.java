package io.stocktrend.sink.primary;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import io.stocktrend.record.StableListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * One date partition of one dataset.
 *
 * @param date the UTC day of {@code collected_at}
 */
public record PrimaryDay(Dataset dataset, LocalDate date, Path folder) {
  /** What names of Parquet parts end with. */
  public static final String SUFFIX = ".parquet";

  /** The part files that readers see, by name; none if there is no such day. */
  public List<Path> parts() throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    return StableListing.of(folder, name -> DatasetLayout.isVisible(name) && name.endsWith(SUFFIX))
        .stream()
        .map(folder::resolve)
        .toList();
  }

  @Override
  public String toString() {
    return dataset.id() + " " + date;
  }
}
