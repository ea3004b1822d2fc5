package io.stocktrend.source;

import io.stocktrend.record.Field;
import io.stocktrend.record.Observation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A short text that is the same for two records exactly if they say the same: all their values but
 * the identity and the times at which this pipeline saw them. An observation says the same
 * whichever provider tells it, and whomever it is of interest to.
 */
final class Fingerprint {
  private static final int BYTES = 16;
  private static final Set<String> NOT_SAID =
      Set.of(Field.RECORD_ID.id(), Field.KNOWN_AT.id(), Field.COLLECTED_AT.id());
  private static final Set<String> NOT_SAID_BY_OBSERVATIONS =
      Set.of(Field.PROVIDER.id(), "series_id", "related_symbols");

  private Fingerprint() {}

  static String of(SpecificRecord record) {
    MessageDigest digest = sha256();
    for (Schema.Field field : record.getSchema().getFields()) {
      if (isSaid(record, field.name())) {
        String value = field.name() + '=' + inOrder(record.get(field.pos())) + '\0';
        digest.update(value.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
  }

  private static boolean isSaid(SpecificRecord record, String field) {
    boolean isTellers = record instanceof Observation && NOT_SAID_BY_OBSERVATIONS.contains(field);
    return !NOT_SAID.contains(field) && !isTellers;
  }

  /** Two maps of the same entries may list them in different order. */
  private static Object inOrder(Object value) {
    return value instanceof Map<?, ?> map ? new TreeMap<Object, Object>(map) : value;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
