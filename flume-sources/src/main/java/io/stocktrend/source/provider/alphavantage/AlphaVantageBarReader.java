package io.stocktrend.source.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.market.Session;
import io.stocktrend.source.provider.BarAssembly;
import io.stocktrend.source.provider.BarSeries;
import io.stocktrend.source.provider.BarSlot;
import io.stocktrend.source.provider.BarValues;
import io.stocktrend.source.provider.Json;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/** Reads the daily series, an object of texts keyed by the day in New York, newest first. */
final class AlphaVantageBarReader {
  static final String MEMBER = "Time Series (Daily)";

  private static final DateTimeFormatter REFRESHED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final NyseCalendar calendar;
  private final Clock clock;

  AlphaVantageBarReader(NyseCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  BarSeries read(JsonNode answer, Instant from) throws ProviderException {
    Instant refreshed = refreshed(answer.path("Meta Data"));
    BarAssembly assembly = new BarAssembly(asOf(refreshed), refreshed);
    for (Iterator<String> days = answer.path(MEMBER).fieldNames(); days.hasNext(); ) {
      String day = days.next();
      JsonNode row = answer.path(MEMBER).path(day);
      Optional<Session> session = calendar.session(date(day));
      Double close = Json.positive(row.path("4. close"));
      if (session.isPresent() && close != null && !session.get().open().isBefore(from)) {
        BarSlot slot = new BarSlot(session.get().open(), session.get().close());
        assembly.add(slot, values(row, close));
      }
    }
    return new BarSeries(assembly.bars(), "");
  }

  private static BarValues values(JsonNode row, double close) {
    return new BarValues(
        Json.positive(row.path("1. open")),
        Json.positive(row.path("2. high")),
        Json.positive(row.path("3. low")),
        close,
        Json.count(row.path("5. volume")),
        null);
  }

  private static LocalDate date(String day) throws ProviderException {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new ProviderException(
          AlphaVantageAnswers.PROVIDER, FailureKind.MALFORMED, "a bar without a day", e);
    }
  }

  /** An answer that was made while the session ran may come hours later: its last bar still ran. */
  private Instant asOf(Instant refreshed) {
    Instant now = clock.instant();
    if (refreshed == null || refreshed.isAfter(now)) {
      return now;
    }
    LocalDate day = LocalDate.ofInstant(refreshed, NyseCalendar.ZONE);
    return calendar
        .session(day)
        .filter(session -> refreshed.isBefore(session.close()))
        .map(session -> refreshed)
        .orElse(now);
  }

  /** While a session runs, the last refreshment has a time, else only a day. */
  private static Instant refreshed(JsonNode meta) {
    String refreshed = Json.text(meta.path("3. Last Refreshed"));
    try {
      return refreshed == null
          ? null
          : LocalDateTime.parse(refreshed, REFRESHED).atZone(NyseCalendar.ZONE).toInstant();
    } catch (DateTimeException e) {
      // A day only: the session was over.
      return null;
    }
  }
}
