package io.stocktrend.sink.compact;

import io.stocktrend.record.DurableFiles;
import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says durably which file is about to take the place of which, for the run after a crash. There is
 * at most one such intention, since only one compaction runs below a folder.
 */
final class Journal {
  private static final String FILE = "journal";
  private static final int HEADER_LINES = 2;

  private final Path folder;

  /**
   * @param folder the hidden folder of compaction
   */
  Journal(Path folder) {
    this.folder = folder;
  }

  /**
   * What is about to happen.
   *
   * @param partition the folder of the day
   * @param name of the new file
   * @param replaced names of the files that it replaces
   */
  record Swap(Path partition, String name, List<String> replaced) {
    static Swap of(PrimaryDay day, String name, List<Path> replaced) {
      return new Swap(
          day.folder(),
          name,
          replaced.stream().map(part -> part.getFileName().toString()).toList());
    }

    Path draft() {
      return partition.resolve(CompactedNames.draft(name));
    }

    Path target() {
      return partition.resolve(name);
    }
  }

  void begin(Swap swap) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        folder
            .toAbsolutePath()
            .getParent()
            .relativize(swap.partition().toAbsolutePath())
            .toString());
    lines.add(swap.name());
    lines.addAll(swap.replaced());
    DurableFiles.replace(
        folder.resolve(FILE), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  /** What was begun and not ended, if anything. */
  Optional<Swap> pending() throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < HEADER_LINES) {
      throw new IOException(
          "the journal " + file + " is damaged: delete it, then every _compacted-*.tmp file");
    }
    return Optional.of(
        new Swap(
            folder.toAbsolutePath().resolveSibling(lines.get(0)),
            lines.get(1),
            lines.subList(HEADER_LINES, lines.size())));
  }

  void end() throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
    DurableFiles.sync(folder);
  }
}
