package io.stocktrend.example;

import io.stocktrend.client.MarketDataClient;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The sentiment of stories against the return, from open to close, of the first session that opened
 * after them: what one could have traded on.
 */
public final class NewsAndReturns {
  private static final String BY_SENTIMENT =
      """
      SELECT n.sentiment_label AS sentiment, count(*) AS stories,
        count(DISTINCT n.symbol) AS symbols,
        avg(m.close / m.open - 1) AS mean, median(m.close / m.open - 1) AS median,
        avg(CASE WHEN m.close > m.open THEN 1.0 ELSE 0.0 END) AS up
      FROM news_data n ASOF JOIN stock_movements m
        ON n.symbol = m.symbol AND n.event_time <= m.event_time
      WHERE n.sentiment_label IS NOT NULL AND m.interval = '1d' AND m.is_final AND m.open > 0
      GROUP BY n.sentiment_label ORDER BY avg(n.sentiment_score)
      """;

  private NewsAndReturns() {}

  public static void main(String[] arguments) {
    run(Path.of(arguments.length > 0 ? arguments[0] : "data"), System.out);
  }

  private record Outcome(
      String sentiment, long stories, long symbols, double mean, double median, double up) {}

  static void run(Path root, PrintStream out) {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      List<Outcome> outcomes = client.question(BY_SENTIMENT).list(Outcome.class);
      if (outcomes.isEmpty()) {
        out.println("No story has a session after it yet.");
        return;
      }
      out.println("sentiment  stories  symbols  mean return  median return  sessions up");
      outcomes.forEach(outcome -> out.println(line(outcome)));
    }
  }

  private static String line(Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%-9s %8d %8d %+11.2f%% %+13.2f%% %11.0f%%",
        outcome.sentiment(),
        outcome.stories(),
        outcome.symbols(),
        100 * outcome.mean(),
        100 * outcome.median(),
        100 * outcome.up());
  }
}
