package io.stocktrend.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Identity of one version of one fact: the natural key, a bar, and {@code known_at} in UTC with six
 * digits of a second, so that the natural key is always the identity without its last 28
 * characters.
 */
public final class RecordId {
  /** Length of the bar and the time that end every identity. */
  public static final int SUFFIX_LENGTH = 28;

  private static final DateTimeFormatter KNOWN_AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private RecordId() {}

  public static String of(String naturalKey, Instant knownAt) {
    return naturalKey + '|' + KNOWN_AT.format(knownAt);
  }

  /**
   * The natural key in an identity.
   *
   * @throws IllegalArgumentException if the text is too short to be an identity
   */
  public static String naturalKey(String recordId) {
    int end = recordId.length() - SUFFIX_LENGTH;
    if (end < 0 || recordId.charAt(end) != '|') {
      throw new IllegalArgumentException(
          "not a record_id (natural key, '|', known_at with six digits of a second): " + recordId);
    }
    return recordId.substring(0, end);
  }
}
