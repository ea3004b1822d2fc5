package io.stocktrend.example;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.model.Movement;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The Mag 7 against their moving averages of 50 and 200 sessions, and their last crossing. */
public final class MovingAverages {
  private static final List<String> MAG_7 =
      List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA");

  private MovingAverages() {}

  public static void main(String[] arguments) {
    run(Path.of(arguments.length > 0 ? arguments[0] : "data"), System.out);
  }

  static void run(Path root, PrintStream out) {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      Map<String, List<Movement>> bars =
          client
              .stockMovements()
              .symbols(MAG_7)
              .where("\"interval\" = '1d' AND sma_200 IS NOT NULL")
              .list(Movement.class)
              .stream()
              .collect(Collectors.groupingBy(Movement::symbol, TreeMap::new, Collectors.toList()));
      out.println("symbol     close   to SMA 50  to SMA 200  RSI  last crossing of SMA 50 and 200");
      bars.values().forEach(ofSymbol -> out.println(line(ofSymbol)));
    }
  }

  private static String line(List<Movement> bars) {
    Movement last = bars.get(bars.size() - 1);
    return String.format(
        Locale.ROOT,
        "%-6s %9.2f %+10.1f%% %+10.1f%% %4.0f  %s",
        last.symbol(),
        last.close(),
        100 * (last.close() / last.sma50() - 1),
        100 * (last.close() / last.sma200() - 1),
        last.rsi14(),
        lastCrossing(bars));
  }

  private static String lastCrossing(List<Movement> bars) {
    for (int i = bars.size() - 1; i > 0; i--) {
      boolean above = isAbove(bars.get(i));
      if (above != isAbove(bars.get(i - 1))) {
        String day = bars.get(i).eventTime().toString().substring(0, 10);
        return day + (above ? " upwards (golden cross)" : " downwards (death cross)");
      }
    }
    return "none in " + bars.size() + " sessions";
  }

  private static boolean isAbove(Movement bar) {
    return bar.sma50() > bar.sma200();
  }
}
