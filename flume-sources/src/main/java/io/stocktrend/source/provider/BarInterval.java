package io.stocktrend.source.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Length of a bar, as the column {@code interval} has it. */
public enum BarInterval {
  /** One session. */
  DAILY("1d", Duration.ofDays(1)),
  /** An hour counted from the session's open; the last one of a session is shorter. */
  HOURLY("1h", Duration.ofHours(1));

  private final String id;
  private final Duration length;

  BarInterval(String id, Duration length) {
    this.id = id;
    this.length = length;
  }

  /** Text of the interval, e.g. {@code 1d}. */
  public String id() {
    return id;
  }

  /** The longest that such a bar lasts. */
  public Duration length() {
    return length;
  }

  /** The interval of that text, if there is one. */
  public static Optional<BarInterval> byId(String id) {
    return Arrays.stream(values()).filter(interval -> interval.id.equals(id)).findFirst();
  }
}
