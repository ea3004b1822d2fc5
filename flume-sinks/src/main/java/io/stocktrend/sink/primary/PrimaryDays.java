package io.stocktrend.sink.primary;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the date partitions below a data root. */
public final class PrimaryDays {
  private static final String PREFIX = DatasetLayout.PARTITION_COLUMN + "=";

  private PrimaryDays() {}

  /** The days of a dataset from the oldest to the newest; none if it has no data. */
  public static List<PrimaryDay> of(Path root, Dataset dataset) throws IOException {
    List<PrimaryDay> days = new ArrayList<>();
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(DatasetLayout.folder(root, dataset), PREFIX + "*")) {
      for (Path folder : folders) {
        date(folder).ifPresent(date -> days.add(new PrimaryDay(dataset, date, folder)));
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    days.sort(Comparator.comparing(PrimaryDay::date));
    return days;
  }

  /** The day of that date, which need not exist. */
  public static PrimaryDay of(Path root, Dataset dataset, LocalDate date) {
    return new PrimaryDay(
        dataset, date, DatasetLayout.folder(root, dataset).resolve(PREFIX + date));
  }

  private static Optional<LocalDate> date(Path folder) {
    try {
      String name = folder.getFileName().toString();
      return Optional.of(LocalDate.parse(name.substring(PREFIX.length())));
    } catch (DateTimeException e) {
      // Readers do not take such a folder for a partition either.
      return Optional.empty();
    }
  }
}
