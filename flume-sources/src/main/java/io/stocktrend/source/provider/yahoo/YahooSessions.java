package io.stocktrend.source.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.market.Session;
import io.stocktrend.source.provider.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sessions of the exchange that a chart's {@code meta} names: New York's by the calendar; any
 * other's on every day that has a row, at the hours of its current trading period.
 */
record YahooSessions(ZoneId zone, Function<LocalDate, Optional<Session>> days) {
  static YahooSessions of(JsonNode meta, NyseCalendar calendar) throws ProviderException {
    ZoneId zone = zone(Json.text(meta.path("exchangeTimezoneName")));
    if (zone.equals(NyseCalendar.ZONE)) {
      return new YahooSessions(zone, calendar::session);
    }
    JsonNode regular = meta.path("currentTradingPeriod").path("regular");
    Instant start = Json.epochSeconds(regular.path("start"));
    Instant end = Json.epochSeconds(regular.path("end"));
    if (start == null || end == null || !start.isBefore(end)) {
      throw YahooChartReader.malformed("a chart without its exchange's trading hours");
    }
    LocalTime open = LocalTime.ofInstant(start, zone);
    LocalTime close = LocalTime.ofInstant(end, zone);
    return new YahooSessions(zone, date -> Optional.of(session(date, open, close, zone)));
  }

  private static Session session(LocalDate date, LocalTime open, LocalTime close, ZoneId zone) {
    LocalDate lastDay = close.isAfter(open) ? date : date.plusDays(1);
    return new Session(
        date,
        date.atTime(open).atZone(zone).toInstant(),
        lastDay.atTime(close).atZone(zone).toInstant());
  }

  private static ZoneId zone(String name) throws ProviderException {
    try {
      if (name != null) {
        return ZoneId.of(name);
      }
    } catch (DateTimeException e) {
      throw YahooChartReader.malformed("a chart whose exchange's time zone is unknown");
    }
    throw YahooChartReader.malformed("a chart without its exchange's time zone");
  }

  /** The session on the day of that instant at the exchange, if there is one. */
  Optional<Session> of(Instant instant) {
    return days.apply(LocalDate.ofInstant(instant, zone));
  }
}
