package io.stocktrend.sink.quarantine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Which ids lie in quarantine files. Half of each id is remembered, so that a file that has been
 * read once is read again only if it most likely holds an id that is asked for, or has changed.
 */
final class StoredIds {
  private static final String ID_PREFIX = "{\"id\":\"";
  private static final int ID_LENGTH = 32;
  private static final int HALF = 16;

  private final Map<Path, Known> files = new HashMap<>();

  /** Those of the ids that stand in the file; none if it has gone meanwhile. */
  Set<String> in(Path file, Collection<String> ids) throws IOException {
    try {
      Known known = files.get(file);
      if (known == null || !known.state.equals(state(file))) {
        return read(file, ids);
      }
      boolean likely = ids.stream().anyMatch(known::mayHold);
      return likely ? read(file, ids) : Set.of();
    } catch (NoSuchFileException e) {
      files.remove(file);
      return Set.of();
    }
  }

  private Set<String> read(Path file, Collection<String> ids) throws IOException {
    String state = state(file);
    Set<String> found = new HashSet<>();
    LongStream.Builder halves = LongStream.builder();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int start = ID_PREFIX.length();
        if (line.startsWith(ID_PREFIX) && line.length() > start + ID_LENGTH) {
          String id = line.substring(start, start + ID_LENGTH);
          halves.add(half(id));
          if (ids.contains(id)) {
            found.add(id);
          }
        }
      }
    }
    files.put(file, new Known(state, halves.build().sorted().toArray()));
    return found;
  }

  private static String state(Path file) throws IOException {
    return Files.size(file) + " " + Files.getLastModifiedTime(file);
  }

  private static long half(String id) {
    return Long.parseUnsignedLong(id.substring(0, HALF), 16);
  }

  @SuppressWarnings("ArrayRecordComponent") // is never compared
  private record Known(String state, long[] halves) {
    boolean mayHold(String id) {
      return Arrays.binarySearch(halves, half(id)) >= 0;
    }
  }
}
