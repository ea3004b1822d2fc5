package io.stocktrend.sink.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers roughly which ids a part holds, as hashes of eight bytes, so that a part that has been
 * read once is read again only for ids that it most likely holds. A published part never changes.
 */
final class PartDigests {
  private static final int MOST_HASHES = 4_000_000;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Map<String, long[]> digests = new HashMap<>();
  private int hashes;

  /** The ids that the part may hold: all of them if it has not been read, or is too large. */
  Set<String> possible(String part, Set<String> ids) {
    long[] digest = digests.get(part);
    if (digest == null) {
      return ids;
    }
    return ids.stream()
        .filter(id -> Arrays.binarySearch(digest, hash(id)) >= 0)
        .collect(Collectors.toSet());
  }

  /** Takes the ids of a part while it is read. */
  Recorder record(String part) {
    return new Recorder(part);
  }

  void clear() {
    digests.clear();
    hashes = 0;
  }

  private static long hash(String id) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** The ids of one part, of use once {@link #complete}. */
  final class Recorder {
    private final String part;
    private long[] taken = new long[1024];
    private int count;

    private Recorder(String part) {
      this.part = part;
    }

    void take(String id) {
      if (count == taken.length) {
        taken = Arrays.copyOf(taken, 2 * count);
      }
      taken[count++] = hash(id);
    }

    void complete() {
      if (hashes + count <= MOST_HASHES && !digests.containsKey(part)) {
        long[] digest = Arrays.copyOf(taken, count);
        Arrays.sort(digest);
        digests.put(part, digest);
        hashes += count;
      }
    }
  }
}
