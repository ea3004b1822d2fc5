package io.stocktrend.simulator.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Prices and volumes as a pure function of seed, company and instant. The price moves once a minute
 * while a session is open, jumps overnight, and stands still otherwise. Thread-safe.
 */
public final class SyntheticMarket {

  /** Share of a session's time that the overnight jump is worth. */
  private static final double NIGHT = 0.15;

  /** Some 40 MB of them. */
  private static final int MOST_DAYS = 300_000;

  private record YearKey(String symbol, Session session) {}

  private record DayKey(String symbol, LocalDate date) {}

  private final long seed;
  private final Companies companies;
  private final Map<String, Map.Entry<YearKey, YearRange>> finishedYears =
      new ConcurrentHashMap<>();
  private final Map<DayKey, Bar> finishedDays = new ConcurrentHashMap<>();

  public SyntheticMarket(long seed) {
    this.seed = seed;
    this.companies = Companies.seeded(seed);
  }

  /** The listed companies. */
  public Companies companies() {
    return companies;
  }

  /** Everything known of a company at an instant. */
  public Quote quote(Company company, Instant now) {
    Session session = Session.lastAt(now);
    Bar day = day(company, session, now);
    Instant trade =
        session.isRunningAt(now)
            ? now.truncatedTo(ChronoUnit.SECONDS)
            : session.close().plusSeconds(1);
    YearRange year = finishedYear(company, session).with(session.date(), day);
    return new Quote(company, session, trade, day, close(company, session.previous()), year);
  }

  /** The whole session, or what was traded in it up to an instant. */
  public Bar day(Company company, Session session, Instant now) {
    int minutes = session.minutesAt(now);
    return minutes == session.minutes()
        ? finishedDay(company, session)
        : bar(company, session, 0, minutes);
  }

  /** Of a whole day nothing changes any more, and each chart has hundreds of them. */
  private Bar finishedDay(Company company, Session session) {
    DayKey key = new DayKey(company.symbol(), session.date());
    Bar known = finishedDays.get(key);
    if (known != null) {
      return known;
    }
    Bar day = bar(company, session, 0, session.minutes());
    if (finishedDays.size() >= MOST_DAYS) {
      finishedDays.clear();
    }
    finishedDays.put(key, day);
    return day;
  }

  /** What was traded between two minutes of a session. */
  public Bar bar(Company company, Session session, int from, int to) {
    double[] path = path(company, session, from, to);
    double high = path[0];
    double low = path[0];
    for (double value : path) {
      high = Math.max(high, value);
      low = Math.min(low, value);
    }
    return new Bar(
        session.open().plus(from, ChronoUnit.MINUTES),
        price(company, path[0]),
        price(company, high),
        price(company, low),
        price(company, path[path.length - 1]),
        volumeUntil(company, session, to) - volumeUntil(company, session, from));
  }

  /** The close of a finished session. */
  public double close(Company company, Session session) {
    return price(company, path(company, session, session.minutes(), session.minutes())[0]);
  }

  /** Mean close of the sessions that end with this one's last price. */
  public double averageClose(Quote quote, int sessions) {
    double sum = quote.price();
    Session session = quote.session();
    for (int back = 1; back < sessions; back++) {
      session = session.previous();
      sum += close(quote.company(), session);
    }
    return sum / sessions;
  }

  /** Mean volume of the finished sessions before this one. */
  public long averageVolume(Company company, Session session, int sessions) {
    long sum = 0;
    Session past = session;
    for (int back = 1; back <= sessions; back++) {
      past = past.previous();
      sum += volumeUntil(company, past, past.minutes());
    }
    return sum / sessions;
  }

  private YearRange finishedYear(Company company, Session session) {
    YearKey key = new YearKey(company.symbol(), session);
    Map.Entry<YearKey, YearRange> known = finishedYears.get(company.symbol());
    if (known != null && known.getKey().equals(key)) {
      return known.getValue();
    }
    YearRange year = scanYear(company, session);
    finishedYears.put(company.symbol(), Map.entry(key, year));
    return year;
  }

  private YearRange scanYear(Company company, Session session) {
    Session first = Session.onOrAfter(session.date().minusWeeks(52).plusDays(1));
    YearRange year = YearRange.startingAfter(close(company, first.previous()));
    for (Session past = first; past.date().isBefore(session.date()); past = past.next()) {
      year = year.with(past.date(), finishedDay(company, past));
    }
    return year;
  }

  private long volumeUntil(Company company, Session session, int minute) {
    long volumeSeed = Noise.seed(seed, company.symbol() + "/volume");
    double turnover = 0.003 + 0.006 * Noise.uniform(volumeSeed, session.ordinal());
    return (long) (company.fundamentals().shares() * turnover * minute / session.minutes());
  }

  private double[] path(Company company, Session session, int from, int to) {
    double[] times = new double[to - from + 1];
    for (int i = 0; i < times.length; i++) {
      double traded = (double) (from + i) / session.minutes();
      times[i] = session.ordinal() + NIGHT + (1 - NIGHT) * traded;
    }
    double[] path = new double[times.length];
    Noise.addPath(Noise.seed(seed, company.symbol()), times, path);
    return path;
  }

  private static double price(Company company, double pathValue) {
    Fundamentals fundamentals = company.fundamentals();
    double price = fundamentals.basePrice() * Math.exp(fundamentals.volatility() * pathValue);
    return Math.rint(price * 100) / 100;
  }
}
