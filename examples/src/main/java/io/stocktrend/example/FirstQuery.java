package io.stocktrend.example;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.model.Quote;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The newest quote of each company, the largest first, and where it stands in its year. */
public final class FirstQuery {
  private FirstQuery() {}

  public static void main(String[] arguments) {
    run(Path.of(arguments.length > 0 ? arguments[0] : "data"), System.out);
  }

  static void run(Path root, PrintStream out) {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      List<Quote> quotes = client.financialData().list(Quote.class);
      out.println("symbol     price  cap (bn $)    P/E  in its 52 weeks");
      quotes.stream()
          .filter(quote -> quote.close() != null && quote.marketCap() != null)
          .sorted(Comparator.comparing(Quote::marketCap).reversed())
          .forEach(quote -> out.println(line(quote)));
    }
  }

  private static String line(Quote quote) {
    return String.format(
        Locale.ROOT,
        "%-6s %9.2f %11.0f %6s  %s",
        quote.symbol(),
        quote.close(),
        quote.marketCap() / 1e9,
        quote.peRatio() == null ? "-" : String.format(Locale.ROOT, "%.1f", quote.peRatio()),
        place(quote));
  }

  /** A scale from the year's low to its high. */
  private static String place(Quote quote) {
    if (quote.fiftyTwoWeekLow() == null || quote.fiftyTwoWeekHigh() == null) {
      return "unknown";
    }
    double range = quote.fiftyTwoWeekHigh() - quote.fiftyTwoWeekLow();
    long at = Math.round(20 * (quote.close() - quote.fiftyTwoWeekLow()) / range);
    int left = (int) Math.max(0, Math.min(20, at));
    return "low |" + "-".repeat(left) + "o" + "-".repeat(20 - left) + "| high";
  }
}
