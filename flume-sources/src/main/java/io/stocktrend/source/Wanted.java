package io.stocktrend.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is asked for of one item.
 *
 * @param item a symbol, an indicator or a kind, named as in the run log
 * @param spans at least one, in order
 */
public record Wanted(String item, List<Span> spans) {
  public Wanted {
    spans = List.copyOf(spans);
  }

  /**
   * A span of time.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public record Span(Instant from, Instant to) {
    /** Whether it has that instant. */
    public boolean holds(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(to);
    }
  }

  Instant from() {
    return spans.get(0).from();
  }

  boolean holds(Instant instant) {
    return spans.stream().anyMatch(span -> span.holds(instant));
  }

  /** Whether any of that day, in UTC, is wanted. */
  boolean touches(LocalDate day) {
    Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return spans.stream().anyMatch(span -> span.from.isBefore(end) && span.to.isAfter(start));
  }

  /** A text that tells it from all others. */
  String name() {
    return spans.stream()
        .map(span -> span.from() + "/" + span.to())
        .collect(Collectors.joining(",", item + " ", ""));
  }
}
