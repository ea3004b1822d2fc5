package io.stocktrend.assembly;

import io.stocktrend.simulator.market.Bar;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.EconomicSeries;
import io.stocktrend.simulator.market.Economy;
import io.stocktrend.simulator.market.Newsroom;
import io.stocktrend.simulator.market.Session;
import io.stocktrend.simulator.market.Story;
import io.stocktrend.simulator.market.SyntheticMarket;
import io.stocktrend.simulator.market.Vintage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What there was to collect: from the synthetic market itself, by no code of the sources. */
final class SoakTruth {
  /** Bars before the first day that the first round brings. */
  private static final int HISTORY = 300;

  /** An hour's round has that long to bring what was there at its beginning. */
  private static final Duration GRACE = Duration.ofHours(2);

  /** Days without a curve, beside weekends and Columbus Day. */
  private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(1, 1), MonthDay.of(12, 25));

  private final SoakScale scale;
  private final SoakPlan plan;
  private final SyntheticMarket market;
  private final Newsroom newsroom;
  private final Economy economy;

  SoakTruth(SoakScale scale, SoakPlan plan) {
    this.scale = scale;
    this.plan = plan;
    this.market = new SyntheticMarket(scale.seed());
    this.newsroom = new Newsroom(scale.seed());
    this.economy = new Economy(scale.seed());
  }

  /** Every final bar by symbol and open, as it is in the end. */
  Map<String, double[]> bars() {
    Map<String, double[]> bars = new TreeMap<>();
    Session oldest = Session.onOrBefore(scale.first().minusDays(2)).minus(HISTORY - 1);
    for (SoakScale.Member member : scale.members()) {
      boolean isFounder = !member.from().isAfter(scale.first());
      Session session = isFounder ? oldest : Session.onOrAfter(member.from());
      int ratio = ratio(member.symbol());
      for (; isOver(session); session = session.next()) {
        String key = member.symbol() + ' ' + session.open().getEpochSecond();
        bars.put(key, values(company(member.symbol()), session, ratio));
      }
    }
    return bars;
  }

  private boolean isOver(Session session) {
    return session.close().plus(GRACE).isBefore(scale.end());
  }

  private double[] values(Company company, Session session, int ratio) {
    Bar bar = market.day(company, session, session.close());
    return new double[] {
      bar.open() / ratio,
      bar.high() / ratio,
      bar.low() / ratio,
      bar.close() / ratio,
      (double) bar.volume() * ratio
    };
  }

  private int ratio(String symbol) {
    return plan.splits().stream()
        .filter(split -> split.symbol().equals(symbol))
        .mapToInt(SoakPlan.Split::ratio)
        .reduce(1, (a, b) -> a * b);
  }

  private Company company(String symbol) {
    return market.companies().find(symbol).orElseThrow();
  }

  /** The due hours in front of which the exchange was open, of each quoted symbol. */
  List<String> quotes() {
    List<String> quotes = new ArrayList<>();
    Duration hour = Duration.ofHours(1);
    for (Instant due = scale.start(); due.isBefore(scale.end()); due = due.plus(hour)) {
      Session session = Session.lastAt(due.minusSeconds(1));
      boolean wasOpen = session.open().isBefore(due) && session.close().isAfter(due.minus(hour));
      if (wasOpen) {
        for (String symbol : StillMarket.SYMBOLS) {
          quotes.add(symbol + ' ' + due.getEpochSecond());
        }
      }
    }
    return quotes;
  }

  /** Every story by symbol, second and headline. */
  List<String> stories() {
    List<String> stories = new ArrayList<>();
    for (SoakScale.Member member : scale.members()) {
      Instant joined = member.from().atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant from = joined.isAfter(scale.start()) ? joined : scale.start();
      for (Story story :
          newsroom.stories(company(member.symbol()), from, scale.end().minus(GRACE))) {
        long second = story.published().getEpochSecond();
        stories.add(member.symbol() + ' ' + second + ' ' + story.headline());
      }
    }
    return stories;
  }

  /** Every release of every indicator that FRED has, by indicator, period and day. */
  Map<String, Double> vintages() {
    Map<String, Double> vintages = new TreeMap<>();
    LocalDate last = scale.first().plusDays(scale.days() - 3L);
    for (String line : scale.indicators()) {
      String[] cells = line.split(",", -1);
      if (cells.length > 2 && cells[1].equals("fred")) {
        EconomicSeries series = economy.find(cells[2]).orElseThrow();
        for (Vintage each : economy.vintages(series, last)) {
          vintages.put(cells[0] + ' ' + each.date() + ' ' + each.from(), each.value());
        }
      }
    }
    return vintages;
  }

  /** The days of the Treasury's curve that were out before the last Monday's round. */
  List<String> curves() {
    LocalDate monday = scale.first().plusDays(scale.days() - 1L);
    monday = monday.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return scale
        .first()
        .datesUntil(monday)
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
        .filter(day -> !CLOSED.contains(MonthDay.from(day)) && !isColumbusDay(day))
        .map(LocalDate::toString)
        .toList();
  }

  private static boolean isColumbusDay(LocalDate day) {
    return day.getMonth() == Month.OCTOBER
        && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY)));
  }
}
