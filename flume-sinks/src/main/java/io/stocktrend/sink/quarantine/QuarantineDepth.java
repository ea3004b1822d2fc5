package io.stocktrend.sink.quarantine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the events that lie in a quarantine folder; a file that has not changed is read once. Safe
 * for use by several threads.
 */
public final class QuarantineDepth {
  private final Path folder;
  private final String prefix;
  private final Map<Path, Counted> counted = new HashMap<>();

  /** The depth of the whole folder. */
  public QuarantineDepth(Path folder) {
    this(folder, "");
  }

  /** The depth of those files whose names begin so. */
  QuarantineDepth(Path folder, String prefix) {
    this.folder = folder;
    this.prefix = prefix;
  }

  /** Events that were set aside and still lie there; 0 if there is no such folder. */
  public synchronized long count() throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    Map<Path, Counted> now = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, this::isCounted)) {
      for (Path file : files) {
        now.put(file, counted(file));
      }
    }
    counted.clear();
    counted.putAll(now);
    return now.values().stream().mapToLong(Counted::events).sum();
  }

  private boolean isCounted(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(prefix) && name.endsWith(QuarantineFile.EXTENSION);
  }

  private Counted counted(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Counted before = counted.get(file);
    if (before != null
        && before.size == attributes.size()
        && before.changed.equals(attributes.lastModifiedTime())) {
      return before;
    }
    long lines = 0;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      while (reader.readLine() != null) {
        lines++;
      }
    }
    return new Counted(attributes.size(), attributes.lastModifiedTime(), lines);
  }

  private record Counted(long size, FileTime changed, long events) {}
}
