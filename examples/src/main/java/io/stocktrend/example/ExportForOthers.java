package io.stocktrend.example;

import io.stocktrend.client.Format;
import io.stocktrend.client.MarketDataClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A year of one share as Parquet for pandas, and all quotes as CSV for a spreadsheet. */
public final class ExportForOthers {
  private ExportForOthers() {}

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments.length > 0 ? arguments[0] : "data");
    run(root, Path.of(arguments.length > 1 ? arguments[1] : "."), System.out);
  }

  static void run(Path root, Path folder, PrintStream out) throws IOException {
    Path bars = folder.resolve("aapl.parquet");
    Path quotes = folder.resolve("quotes.csv");
    try (MarketDataClient client = MarketDataClient.open(root)) {
      client
          .stockMovements()
          .symbols("AAPL")
          .columns("event_time", "close", "volume", "sma_50", "rsi_14", "trend")
          .export(bars, Format.PARQUET);
      client.exportData("financial_data", quotes, Format.CSV);
      out.printf("%s: %d bytes%n", bars.getFileName(), Files.size(bars));
      out.println("  pandas.read_parquet('aapl.parquet').set_index('event_time')['close'].plot()");
      out.printf("%s: %d lines%n", quotes.getFileName(), Files.readAllLines(quotes).size());
      out.println("  opens in any spreadsheet; no text in it is taken for a formula");
    }
  }
}
