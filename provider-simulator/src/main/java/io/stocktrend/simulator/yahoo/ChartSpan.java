package io.stocktrend.simulator.yahoo;

import io.stocktrend.simulator.market.Session;
import io.stocktrend.simulator.wire.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The rows asked for: those that start at or after {@code from} and before {@code to}.
 *
 * @param range the range by name, empty where the span was given by period1 and period2
 */
record ChartSpan(Instant from, Instant to, String range) {

  static final String RANGES = "[1d, 5d, 1mo, 3mo, 6mo, 1y, 2y, 5y, 10y, ytd, max]";

  /** The span of a request; empty where its range or period is not one. */
  static Optional<ChartSpan> of(Request request) {
    Instant end = request.receivedAt().plusSeconds(1);
    if (request.parameter("period1").isEmpty()) {
      String range = request.parameter("range").orElse("1d");
      return firstSession(range, Session.lastAt(request.receivedAt()))
          .map(first -> new ChartSpan(first.open(), end, range));
    }
    return seconds(request, "period1", end)
        .flatMap(from -> seconds(request, "period2", end).map(to -> new ChartSpan(from, to, "")));
  }

  private static Optional<Session> firstSession(String range, Session last) {
    LocalDate date = last.date();
    return switch (range) {
      case "1d" -> Optional.of(last);
      case "5d" -> Optional.of(last.minus(4));
      case "1mo" -> Optional.of(Session.onOrAfter(date.minusMonths(1)));
      case "3mo" -> Optional.of(Session.onOrAfter(date.minusMonths(3)));
      case "6mo" -> Optional.of(Session.onOrAfter(date.minusMonths(6)));
      case "1y" -> Optional.of(Session.onOrAfter(date.minusYears(1)));
      case "2y" -> Optional.of(Session.onOrAfter(date.minusYears(2)));
      case "5y" -> Optional.of(Session.onOrAfter(date.minusYears(5)));
      case "10y" -> Optional.of(Session.onOrAfter(date.minusYears(10)));
      case "ytd" -> Optional.of(Session.onOrAfter(date.withDayOfYear(1)));
      case "max" -> Optional.of(Session.FIRST);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> seconds(Request request, String name, Instant otherwise) {
    String text = request.parameter(name).orElse(Long.toString(otherwise.getEpochSecond()));
    boolean isSeconds = text.matches("-?\\d{1,11}");
    return isSeconds ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text))) : Optional.empty();
  }

  boolean holds(Instant start) {
    return !start.isBefore(from) && start.isBefore(to);
  }

  Session first() {
    Session first = Session.onOrAfter(from.atZone(Session.ZONE).toLocalDate());
    return first.date().isBefore(Session.FIRST.date()) ? Session.FIRST : first;
  }
}
