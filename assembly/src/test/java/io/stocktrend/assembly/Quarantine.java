package io.stocktrend.assembly;

import io.stocktrend.sink.quarantine.QuarantineEntry;
import io.stocktrend.sink.quarantine.QuarantineFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a quarantine folder. */
record Quarantine(Path folder) {
  List<QuarantineEntry> entries() {
    List<QuarantineEntry> entries = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Quarantine::isWhole).toList()) {
          entries.addAll(QuarantineFile.read(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return entries;
  }

  /** The reasons in the order of the alphabet. */
  List<String> reasons() {
    return entries().stream().map(QuarantineEntry::reason).sorted().toList();
  }

  private static boolean isWhole(Path file) {
    return file.getFileName().toString().endsWith(QuarantineFile.EXTENSION);
  }
}
