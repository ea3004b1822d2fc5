package io.stocktrend.source.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** At most so many requests in any span of that length. */
record Window(int limit, Duration length) {
  // Requests travel at different speed: without it the last of one window and the first of the
  // next could meet within one window of the provider's clock.
  private static final Duration GUARD = Duration.ofMillis(50);

  /** The windows of a second and of a minute that the settings limit. */
  static List<Window> of(ProviderSettings settings) {
    List<Window> windows = new ArrayList<>();
    double second = settings.requestsPerSecond();
    if (second >= 1) {
      windows.add(new Window((int) second, Duration.ofSeconds(1).plus(GUARD)));
    } else if (second > 0) {
      Duration length = Duration.ofMillis((long) Math.ceil(1000 / second));
      windows.add(new Window(1, length.plus(GUARD)));
    }
    if (settings.requestsPerMinute() > 0) {
      windows.add(new Window(settings.requestsPerMinute(), Duration.ofMinutes(1).plus(GUARD)));
    }
    return List.copyOf(windows);
  }

  /** The window of a day, wherever it begins, if the settings limit it. */
  static Optional<Window> day(ProviderSettings settings) {
    int limit = settings.requestsPerDay();
    return limit > 0
        ? Optional.of(new Window(limit, Duration.ofDays(1).plus(GUARD)))
        : Optional.empty();
  }

  static Duration longest(List<Window> windows) {
    return windows.stream().map(Window::length).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
