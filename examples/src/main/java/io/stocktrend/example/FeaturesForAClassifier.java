package io.stocktrend.example;

import io.stocktrend.client.FeatureQuery;
import io.stocktrend.client.Format;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Row;
import java.io.PrintStream;
import java.nio.file.Path;
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
  private static final String LABEL = "forward_return_5d";
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
          client.features().symbols(MAG_7).horizons(1, 5).macro(List.of("treasury_10y", "vix"));
      features.export(folder.resolve("features.parquet"), Format.PARQUET);
      List<Row> rows =
          features.list().stream()
              .filter(row -> row.get("sma_50") != null && row.get(LABEL) != null)
              .toList();
      out.printf(
          "features.parquet, of which %d rows have all indicators and a label%n", rows.size());
      int split = rows.size() * 7 / 10;
      print("train", rows.subList(0, split), out);
      print("test", rows.subList(split, rows.size()), out);
    }
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
        rows.get(0).get("session"),
        rows.get(rows.size() - 1).get("session"),
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
