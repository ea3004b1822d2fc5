package io.stocktrend.interceptor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/** Every figure is finite, prices are above 0, and what has limits by its nature keeps to them. */
final class FigureRule implements Rule {
  private static final List<String> PRICES =
      List.of(
          "open",
          "high",
          "low",
          "close",
          "adj_close",
          "previous_close",
          "fifty_two_week_high",
          "fifty_two_week_low",
          "sma_20",
          "sma_50",
          "sma_200",
          "ema_12",
          "ema_26");
  private static final List<String> AMOUNTS =
      List.of("volume", "market_cap", "dividend_rate", "dividend_yield");
  private static final Map<String, Limits> LIMITS = limits();

  @Override
  public void check(Facts facts, Consumer<String> faults) {
    for (Schema.Field column : facts.values().getSchema().getFields()) {
      Object value = facts.values().get(column.pos());
      if (value instanceof Double || value instanceof Long) {
        check(column.name(), ((Number) value).doubleValue(), faults);
      } else if (value instanceof Map<?, ?> figures) {
        figures.forEach(
            (name, figure) -> finite(column.name() + "." + name, (Double) figure, faults));
      }
    }
  }

  private static void check(String name, double value, Consumer<String> faults) {
    Limits limits = LIMITS.get(name);
    if (finite(name, value, faults) && limits != null && !limits.allow(value)) {
      faults.accept(name + " is " + Figures.print(value) + ", but " + limits.words());
    }
  }

  private static boolean finite(String name, double value, Consumer<String> faults) {
    boolean finite = Double.isFinite(value);
    if (!finite) {
      faults.accept(name + " is " + value + ", which is no figure: unknown is null");
    }
    return finite;
  }

  private static Map<String, Limits> limits() {
    Map<String, Limits> limits = new HashMap<>();
    Limits price = new Limits(Double.MIN_VALUE, Double.MAX_VALUE, "a price must be above 0");
    PRICES.forEach(name -> limits.put(name, price));
    Limits amount = new Limits(0, Double.MAX_VALUE, "it must not be below 0");
    AMOUNTS.forEach(name -> limits.put(name, amount));
    limits.put("rsi_14", new Limits(0, 100, "it must lie between 0 and 100"));
    limits.put("sentiment_score", new Limits(-1, 1, "it must lie between -1 and 1"));
    return Map.copyOf(limits);
  }

  private record Limits(double least, double most, String words) {
    boolean allow(double value) {
      return value >= least && value <= most;
    }
  }
}
