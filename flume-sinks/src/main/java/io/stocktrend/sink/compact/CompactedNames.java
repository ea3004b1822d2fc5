package io.stocktrend.sink.compact;

import io.stocktrend.sink.primary.PrimaryDay;
import java.security.SecureRandom;

/**
 * Names of compacted files: {@code compacted-<date>-<16 hex digits>.parquet}, never the same twice,
 * so that nobody takes a newer one for the one that it has read. While it is written, a file is
 * called {@code _<name>.tmp}, which is no name of a sink's draft.
 */
final class CompactedNames {
  private static final String PREFIX = "compacted-";
  private static final SecureRandom RANDOM = new SecureRandom();

  private CompactedNames() {}

  static String next(PrimaryDay day) {
    return PREFIX + day.date() + "-%016x".formatted(RANDOM.nextLong()) + PrimaryDay.SUFFIX;
  }

  static boolean isCompacted(String name) {
    return name.startsWith(PREFIX);
  }

  static String draft(String name) {
    return "_" + name + ".tmp";
  }
}
