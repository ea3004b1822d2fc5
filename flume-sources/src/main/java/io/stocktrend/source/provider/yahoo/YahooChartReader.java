package io.stocktrend.source.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.market.Session;
import io.stocktrend.source.provider.BarAssembly;
import io.stocktrend.source.provider.BarInterval;
import io.stocktrend.source.provider.BarSeries;
import io.stocktrend.source.provider.BarSlot;
import io.stocktrend.source.provider.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads an object of {@code chart.result}. A row is dated in the exchange's zone; rows of nulls,
 * rows outside the sessions, stub rows, which only repeat the last price, and the running row of an
 * answer that comes after its end are no bars.
 */
final class YahooChartReader {
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(2);

  private final NyseCalendar calendar;
  private final Clock clock;

  YahooChartReader(NyseCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * The bars of a chart.
   *
   * @throws ProviderException MALFORMED if its bars are of another length, its time is in the
   *     future, or no row of it can be read
   */
  BarSeries read(JsonNode chart, BarInterval interval) throws ProviderException {
    JsonNode meta = chart.path("meta");
    Instant lastTrade = Json.epochSeconds(meta.path("regularMarketTime"));
    List<YahooChartRow> rows = YahooChartRow.of(chart);
    check(meta, lastTrade, interval);
    if (!rows.isEmpty() && rows.stream().allMatch(YahooChartRow::isNull)) {
      throw malformed("a chart without any price");
    }
    BarAssembly assembly = new BarAssembly(clock.instant(), lastTrade);
    if (!rows.isEmpty()) {
      add(rows, YahooSessions.of(meta, calendar), interval, assembly);
    }
    return new BarSeries(assembly.bars(), YahooEvents.print(chart.path("events")));
  }

  private void check(JsonNode meta, Instant lastTrade, BarInterval interval)
      throws ProviderException {
    String granularity = Json.text(meta.path("dataGranularity"));
    if (granularity != null && !granularity.equals(interval.id())) {
      throw malformed("bars of another length than " + interval.id());
    }
    if (lastTrade != null && lastTrade.isAfter(clock.instant().plus(CLOCK_ERROR))) {
      throw malformed("its time " + lastTrade + " is in the future");
    }
  }

  private static void add(
      List<YahooChartRow> rows,
      YahooSessions sessions,
      BarInterval interval,
      BarAssembly assembly) {
    boolean afterNull = false;
    for (YahooChartRow row : rows) {
      if (!row.isNull()) {
        add(row, slot(row, sessions, interval), afterNull, assembly);
      }
      afterNull = row.isNull();
    }
  }

  private static Optional<BarSlot> slot(
      YahooChartRow row, YahooSessions sessions, BarInterval interval) {
    Optional<Session> session = sessions.of(row.stamp());
    return session.flatMap(day -> BarSlot.at(row.stamp(), day, interval));
  }

  private static void add(
      YahooChartRow row, Optional<BarSlot> slot, boolean afterNull, BarAssembly assembly) {
    boolean isStub =
        row.isWithoutVolume()
            && (afterNull || slot.filter(s -> s.start().equals(row.stamp())).isEmpty());
    if (slot.isPresent() && !isStub && !assembly.isLeftBehind(slot.get(), row.stamp())) {
      assembly.add(slot.get(), row.values());
    }
  }

  static ProviderException malformed(String why) {
    return new ProviderException(YahooAnswers.PROVIDER, FailureKind.MALFORMED, why);
  }
}
