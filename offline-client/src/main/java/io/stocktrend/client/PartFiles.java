package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import io.stocktrend.record.StableListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Finds the part files of a dataset that a reader may see. */
final class PartFiles {
  private static final String SUFFIX = ".parquet";
  private static final String PARTITION_PREFIX = DatasetLayout.PARTITION_COLUMN + "=";

  private PartFiles() {}

  /** The files below {@code <root>/<agent>/<dataset>/date=…}, sorted; none if there is no data. */
  static List<Path> of(Path root, Dataset dataset) {
    Path folder = DatasetLayout.folder(root, dataset);
    try {
      List<Path> files = new ArrayList<>();
      for (Path partition : visible(folder)) {
        if (isPartition(partition.getFileName().toString())) {
          visible(partition).stream().filter(PartFiles::isPart).forEach(files::add);
        }
      }
      return files.stream().sorted().toList();
    } catch (IOException e) {
      throw new ClientException(
          ClientException.Fault.DATA, "cannot list the folder " + folder + ": " + e, e);
    }
  }

  private static List<Path> visible(Path folder) throws IOException {
    try {
      return StableListing.of(folder, DatasetLayout::isVisible).stream()
          .map(folder::resolve)
          .toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  private static boolean isPart(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(file);
  }

  private static boolean isPartition(String name) {
    if (!name.startsWith(PARTITION_PREFIX)) {
      return false;
    }
    try {
      return LocalDate.parse(name.substring(PARTITION_PREFIX.length())) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
