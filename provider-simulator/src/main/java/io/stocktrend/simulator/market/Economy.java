package io.stocktrend.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The synthetic economy: what was published about a series, and when. It is a function of seed,
 * series and day alone, so that a revision comes out on its day whenever that is asked about.
 */
public final class Economy {

  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
  private static final LocalDate FIRST_WEEKDAY = LocalDate.of(2020, 1, 1);
  private static final double DAYS_A_YEAR = 365.25;
  private static final double LONGEST_STRAY = 40;
  private static final double REVISION = 0.004;
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(MonthDay.of(1, 1), MonthDay.of(7, 4), MonthDay.of(12, 25));

  private final long seed;
  private final Map<String, EconomicSeries> series =
      EconomicCatalog.ALL.stream()
          .collect(Collectors.toMap(EconomicSeries::id, Function.identity()));

  public Economy(long seed) {
    this.seed = seed;
  }

  /** The series of that name. */
  public Optional<EconomicSeries> find(String id) {
    return Optional.ofNullable(series.get(id));
  }

  /** Every value published up to that day, older periods and older releases first. */
  public List<Vintage> vintages(EconomicSeries series, LocalDate today) {
    return vintages(series, "", today);
  }

  /** The values that are valid on that day. */
  public List<Vintage> current(EconomicSeries series, String country, LocalDate today) {
    return vintages(series, country, today).stream()
        .filter(vintage -> vintage.to().equals(Vintage.OPEN))
        .toList();
  }

  private List<Vintage> vintages(EconomicSeries series, String country, LocalDate today) {
    long own = Noise.seed(seed, series.id() + country);
    List<Vintage> vintages = new ArrayList<>();
    LocalDate period = first(series.cadence());
    while (!released(series, period, 0).isAfter(today)) {
      addReleases(series, own, period, today, vintages);
      period = series.cadence().next(period);
    }
    return vintages;
  }

  /** A release that changes nothing makes no vintage. */
  private static void addReleases(
      EconomicSeries series, long own, LocalDate period, LocalDate today, List<Vintage> vintages) {
    Vintage last = null;
    for (int release = 0; release < series.lags().size(); release++) {
      LocalDate from = released(series, period, release);
      Double value = isHoliday(series, period) ? null : value(series, own, period, release);
      boolean isNews = last == null || (value != null && !value.equals(last.value()));
      if (isNews && !from.isAfter(today)) {
        if (last != null) {
          vintages.set(
              vintages.size() - 1,
              new Vintage(period, last.value(), last.from(), from.minusDays(1)));
        }
        last = new Vintage(period, value, from, Vintage.OPEN);
        vintages.add(last);
      }
    }
  }

  private static LocalDate first(Cadence cadence) {
    return switch (cadence) {
      case WEEK -> FIRST.plusDays(2); // a Saturday
      case WEEKDAY -> FIRST_WEEKDAY;
      default -> FIRST;
    };
  }

  private static LocalDate released(EconomicSeries series, LocalDate period, int release) {
    LocalDate day = series.cadence().lastDay(period).plusDays(series.lags().get(release));
    return series.cadence() == Cadence.EVERY_DAY ? day : Cadence.onWeekday(day);
  }

  private static boolean isHoliday(EconomicSeries series, LocalDate day) {
    return series.cadence() == Cadence.WEEKDAY
        && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
        && HOLIDAYS.contains(MonthDay.from(day));
  }

  private static double value(EconomicSeries series, long own, LocalDate period, int release) {
    EconomicSeries.Shape shape = series.shape();
    double days = period.toEpochDay() - (double) FIRST.toEpochDay();
    double[] path = {0};
    Noise.addPath(own, new double[] {days}, path);
    double stray = shape.swing() * path[0] / LONGEST_STRAY;
    double value =
        series.isRate()
            ? Math.max(0.01, shape.level() + stray)
            : shape.level() * Math.exp(shape.growth() * days / DAYS_A_YEAR + stray);
    double unrevised = Noise.uniform(own + release + 1, period.toEpochDay()) - 0.5;
    boolean isLast = release == series.lags().size() - 1;
    return rounded(isLast ? value : value * (1 + REVISION * unrevised), shape.decimals());
  }

  private static double rounded(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.rint(value * scale) / scale;
  }
}
