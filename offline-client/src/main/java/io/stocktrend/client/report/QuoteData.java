package io.stocktrend.client.report;

import io.stocktrend.client.MarketDataClient;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The newest quote of each symbol. */
final class QuoteData implements DataPart {
  private static final List<String> COLUMNS =
      List.of(
          "symbol",
          "event_time",
          "currency",
          "exchange",
          "close",
          "previous_close",
          "market_cap",
          "pe_ratio",
          "forward_pe",
          "dividend_yield",
          "fifty_two_week_low",
          "fifty_two_week_high");

  private final MarketDataClient client;
  private final List<String> symbols;
  private final Instant asOf;

  QuoteData(MarketDataClient client, List<String> symbols, Instant asOf) {
    this.client = client;
    this.symbols = symbols;
    this.asOf = asOf;
  }

  @Override
  public String name() {
    return "quotes";
  }

  @Override
  public void write(ScriptJson json) throws IOException {
    Rows.write(
        json,
        COLUMNS,
        client.financialData().symbols(symbols).asOf(asOf).columns(COLUMNS).stream());
  }
}
