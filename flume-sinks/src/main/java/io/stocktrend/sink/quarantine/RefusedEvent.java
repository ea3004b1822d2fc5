package io.stocktrend.sink.quarantine;

import io.stocktrend.record.EventHeaders;
import java.util.Map;
import java.util.Optional;
import org.apache.flume.Event;

/**
 * An event that no retry can save, and why.
 *
 * @param by name of the interceptor that refused it; empty if the sink itself does
 */
public record RefusedEvent(Event event, String reason, String by) {
  private static final String NO_REASON = "its headers say that it is refused, but not why";

  /** An event that the sink itself refuses. */
  public RefusedEvent(Event event, String reason) {
    this(event, reason, "");
  }

  /** The refusal that the event carries from validation, if it does. */
  public static Optional<RefusedEvent> byValidation(Event event) {
    Map<String, String> headers = event.getHeaders();
    if (!EventHeaders.REFUSED.equals(headers.get(EventHeaders.VALIDATION))) {
      return Optional.empty();
    }
    return Optional.of(
        new RefusedEvent(
            event,
            headers.getOrDefault(EventHeaders.VALIDATION_REASON, NO_REASON),
            headers.getOrDefault(EventHeaders.VALIDATION_COMPONENT, "")));
  }
}
