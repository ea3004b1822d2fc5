package io.stocktrend.sink.quarantine;

import io.stocktrend.record.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flume.Event;

/**
 * One event in quarantine.
 *
 * @param id 32 hexadecimal digits of a hash of body and headers, without those that say how the
 *     event came here: the same event has the same id, however often it is delivered
 * @param time when it was set aside, UTC
 * @param component name of the sink or the interceptor that refused it
 * @param reason why no retry can save it
 * @param body the event's bytes as they came
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes, is never compared
public record QuarantineEntry(
    String id,
    Instant time,
    String component,
    String reason,
    Map<String, String> headers,
    byte[] body) {
  private static final int ID_BYTES = 16;
  private static final Set<String> OF_THE_WAY =
      Set.of(
          EventHeaders.POSSIBLE_DUPLICATE,
          EventHeaders.VALIDATION,
          EventHeaders.VALIDATION_REASON,
          EventHeaders.VALIDATION_COMPONENT);

  static QuarantineEntry of(RefusedEvent refused, String sink, Instant time) {
    Event event = refused.event();
    Map<String, String> headers = new TreeMap<>(event.getHeaders());
    String component = refused.by().isEmpty() ? sink : refused.by();
    return new QuarantineEntry(
        id(headers, event.getBody()), time, component, refused.reason(), headers, event.getBody());
  }

  private static String id(Map<String, String> sortedHeaders, byte[] body) {
    MessageDigest digest = sha256();
    sortedHeaders.forEach(
        (name, value) -> {
          if (OF_THE_WAY.contains(name)) {
            return;
          }
          digest.update(String.valueOf(name).getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        });
    digest.update((byte) 1);
    return HexFormat.of().formatHex(digest.digest(body), 0, ID_BYTES);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
