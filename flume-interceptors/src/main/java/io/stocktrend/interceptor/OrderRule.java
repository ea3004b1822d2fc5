package io.stocktrend.interceptor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is the lower end of something is not above its upper end. */
final class OrderRule implements Rule {
  /** Providers round single prices, some of them as 32-bit figures. */
  private static final double ROUNDING = 1e-6;

  private static final List<Pair> FIGURES =
      List.of(
          new Pair("low", "high"),
          new Pair("low", "open"),
          new Pair("low", "close"),
          new Pair("open", "high"),
          new Pair("close", "high"),
          new Pair("fifty_two_week_low", "fifty_two_week_high"),
          new Pair("rate_lower", "rate_upper"));
  private static final List<Pair> DAYS =
      List.of(new Pair("starts_on", "ends_on"), new Pair("realtime_start", "realtime_end"));

  @Override
  public void check(Facts facts, Consumer<String> faults) {
    for (Pair pair : FIGURES) {
      Optional<Double> lower = facts.number(pair.lower());
      Optional<Double> upper = facts.number(pair.upper());
      if (lower.isPresent() && upper.isPresent() && isAbove(lower.get(), upper.get())) {
        faults.accept(pair.fault(Figures.print(lower.get()), Figures.print(upper.get())));
      }
    }
    for (Pair pair : DAYS) {
      Optional<LocalDate> lower = facts.day(pair.lower());
      Optional<LocalDate> upper = facts.day(pair.upper());
      if (lower.isPresent() && upper.isPresent() && lower.get().isAfter(upper.get())) {
        faults.accept(pair.fault(lower.get(), upper.get()));
      }
    }
  }

  /** False for what is not finite, which another rule tells. */
  private static boolean isAbove(double lower, double upper) {
    return Double.isFinite(lower)
        && Double.isFinite(upper)
        && lower - upper > ROUNDING * Math.abs(upper);
  }

  private record Pair(String lower, String upper) {
    String fault(Object lowerValue, Object upperValue) {
      return lower + " " + lowerValue + " is above " + upper + " " + upperValue;
    }
  }
}
