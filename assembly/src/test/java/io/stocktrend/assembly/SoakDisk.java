package io.stocktrend.assembly;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the collected rows take of a disk: the first day, which brings the past, those after it of
 * which the files are like those by a real clock, and all.
 */
record SoakDisk(Part first, Part likeReal, Part all) {
  /** So many days of it. */
  record Part(long days, long rows, long files, long bytes) {
    private String cells() {
      return "%,d | %.1f | %.2f".formatted(rows / days, (double) files / days, bytes / 1e6 / days);
    }
  }

  static SoakDisk of(Path data, SoakScale scale) throws SQLException, IOException {
    LocalDate first = scale.first();
    LocalDate next = first.plusDays(1);
    int likeReal = Math.max(1, scale.likeReal());
    return new SoakDisk(
        part(data, first, next),
        part(data, next, next.plusDays(likeReal)),
        part(data, first, first.plusDays(scale.days() + 1L)));
  }

  private static Part part(Path data, LocalDate from, LocalDate to)
      throws SQLException, IOException {
    long rows = 0;
    for (Dataset dataset : Dataset.values()) {
      String days = "date >= DATE '%s' AND date < DATE '%s'".formatted(from, to);
      rows += Long.parseLong(new Stored(data).parts(dataset).values("count(*)", days).get(0));
    }
    List<Path> files =
        parts(data).stream()
            .filter(
                file ->
                    from.datesUntil(to).anyMatch(day -> file.toString().contains("date=" + day)))
            .toList();
    long bytes = files.stream().mapToLong(SoakDisk::size).sum();
    return new Part(from.datesUntil(to).count(), rows, files.size(), bytes);
  }

  private static List<Path> parts(Path data) throws IOException {
    return Stream.concat(
            new PartFiles(data.resolve("raw")).visible().stream(),
            new PartFiles(data.resolve("context")).visible().stream())
        .toList();
  }

  /** What lies below a folder. */
  static long size(Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long rows() {
    return all.rows;
  }

  /** Rows, files and megabytes of the first day, and of a later one. */
  String row(String name) {
    return "| %s | %s | %s | %,d | %.1f |%n"
        .formatted(name, first.cells(), likeReal.cells(), all.rows, all.bytes / 1e6);
  }
}
