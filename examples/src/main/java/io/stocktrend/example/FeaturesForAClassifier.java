package io.stocktrend.example;

import io.stocktrend.client.FeatureQuery;
import io.stocktrend.client.Format;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Row;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A table to train a classifier on: what was known at each close, and whether the price rose in the
 * five sessions after it. It prints how far one simple rule gets, before and after a date, because
 * a classifier must beat that.
 */
public final class FeaturesForAClassifier {
  private static final int HORIZON = 5;
  private static final String LABEL = "forward_return_" + HORIZON + "d";
  private static final List<String> MAG_7 =
      List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA");

  private FeaturesForAClassifier() {}

  public static void main(String[] arguments) {
    Path root = Path.of(arguments.length > 0 ? arguments[0] : "data");
    run(root, Path.of(arguments.length > 1 ? arguments[1] : "."), System.out);
  }

  static void run(Path root, Path folder, PrintStream out) {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      FeatureQuery features =
          client
              .features()
              .symbols(MAG_7)
              .horizons(1, HORIZON)
              .macro(List.of("treasury_10y", "vix"));
      features.export(folder.resolve("features.parquet"), Format.PARQUET);
      List<Row> rows =
          features.list().stream()
              .filter(row -> row.get("sma_50") != null && row.get(LABEL) != null)
              .toList();
      out.printf(
          "features.parquet, of which %d rows have all indicators and a label%n", rows.size());
      compare(rows, out);
    }
  }

  private static void compare(List<Row> rows, PrintStream out) {
    List<LocalDate> sessions =
        rows.stream().map(FeaturesForAClassifier::session).distinct().toList();
    if (sessions.size() <= HORIZON) {
      out.println("Too few sessions to learn from.");
      return;
    }
    int split = Math.max(HORIZON, sessions.size() * 7 / 10);
    // The labels of the last sessions before the split reach into the time after it.
    print("train", between(rows, sessions.get(0), sessions.get(split - HORIZON)), out);
    print("test", between(rows, sessions.get(split), LocalDate.MAX), out);
  }

  private static LocalDate session(Row row) {
    return (LocalDate) row.get("session");
  }

  private static List<Row> between(List<Row> rows, LocalDate from, LocalDate to) {
    return rows.stream()
        .filter(row -> !session(row).isBefore(from) && session(row).isBefore(to))
        .toList();
  }

  private static void print(String name, List<Row> rows, PrintStream out) {
    if (rows.isEmpty()) {
      out.printf("%-5s  no rows%n", name);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%-5s  %s to %s  %4d rows  rose %3.0f%%  rose with RSI below 40 %3.0f%%%n",
        name,
        session(rows.get(0)),
        session(rows.get(rows.size() - 1)),
        rows.size(),
        rose(rows, row -> true),
        rose(rows, row -> (Double) Objects.requireNonNullElse(row.get("rsi_14"), 50.0) < 40));
  }

  /** The share of rows, of those chosen, after which the price rose. */
  private static double rose(List<Row> rows, Predicate<Row> chosen) {
    return 100
        * rows.stream()
            .filter(chosen)
            .mapToDouble(row -> (Double) row.get(LABEL) > 0 ? 1 : 0)
            .average()
            .orElse(Double.NaN);
  }
}
