package io.stocktrend.record;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The names in a folder as they stood at one moment. A listing takes time: while compaction makes a
 * file visible and removes those it replaces, a single pass may come too early for the one and too
 * late for the others. Two equal passes in a row cannot both have missed the new file.
 */
public final class StableListing {
  private StableListing() {}

  /**
   * The wanted names, sorted.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such folder
   */
  public static SortedSet<String> of(Path folder, Predicate<String> wanted) throws IOException {
    SortedSet<String> last = pass(folder, wanted);
    SortedSet<String> next = pass(folder, wanted);
    while (!next.equals(last)) {
      last = next;
      next = pass(folder, wanted);
    }
    return next;
  }

  private static SortedSet<String> pass(Path folder, Predicate<String> wanted) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (wanted.test(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
