package io.stocktrend.example;

import io.stocktrend.client.Column;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Table;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Any SQL over the five datasets: the largest moves of the last session and their headlines. */
public final class PlainSql {
  private static final String LARGEST_MOVES =
      """
      WITH last AS (
        FROM stock_movements WHERE interval = '1d'
        QUALIFY event_time = max(event_time) OVER ()
      )
      SELECT symbol, round(close, 2) AS close, round(100 * change, 2) AS percent, trend,
        (SELECT left(arg_max(headline, abs(sentiment_score)), 60) FROM news_data n
         WHERE n.symbol = last.symbol AND n.event_time > last.event_time - INTERVAL 1 DAY) AS headline
      FROM last WHERE change IS NOT NULL ORDER BY abs(change) DESC, symbol LIMIT 10
      """;

  private PlainSql() {}

  public static void main(String[] arguments) {
    run(Path.of(arguments.length > 0 ? arguments[0] : "data"), System.out);
  }

  static void run(Path root, PrintStream out) {
    try (MarketDataClient client = MarketDataClient.open(root);
        Table answer = client.sql(LARGEST_MOVES)) {
      out.println(answer.columns().stream().map(Column::name).collect(Collectors.joining(" | ")));
      answer.stream()
          .map(
              row ->
                  row.values().stream()
                      .map(value -> value == null ? "-" : value.toString())
                      .collect(Collectors.joining(" | ")))
          .forEach(out::println);
    }
  }
}
