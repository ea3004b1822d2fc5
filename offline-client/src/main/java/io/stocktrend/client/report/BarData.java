package io.stocktrend.client.report;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Row;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The last daily bars of each symbol with their indicators. */
final class BarData implements DataPart {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** What is written of a bar, after its day in New York. */
  private static final List<String> FIGURES =
      List.of(
          "open",
          "high",
          "low",
          "close",
          "volume",
          "change",
          "sma_20",
          "sma_50",
          "sma_200",
          "rsi_14",
          "macd",
          "macd_signal",
          "macd_histogram",
          "trend",
          "is_final");

  private final MarketDataClient client;
  private final List<String> symbols;
  private final Instant asOf;

  BarData(MarketDataClient client, List<String> symbols, Instant asOf) {
    this.client = client;
    this.symbols = symbols;
    this.asOf = asOf;
  }

  @Override
  public String name() {
    return "bars";
  }

  @Override
  public void write(ScriptJson json) throws IOException {
    int sessions = Limits.sessions(symbols.size());
    // Of 365 days some 252 are sessions.
    Instant from = asOf.minus(Duration.ofDays(sessions * 365L / 250 + 10));
    List<String> columns = with(FIGURES, "event_time", "symbol");
    LatestRows bars =
        new LatestRows(symbols, sessions)
            .take(
                client
                    .stockMovements()
                    .symbols(symbols)
                    .from(from)
                    .asOf(asOf)
                    .where("\"interval\" = '1d'")
                    .columns(columns)
                    .stream());
    bars.write(json, with(FIGURES, "date"), BarData::values);
  }

  private static List<String> with(List<String> columns, String... before) {
    List<String> all = new ArrayList<>(List.of(before));
    all.addAll(columns);
    return all;
  }

  private static List<Object> values(Row row) {
    List<Object> values = new ArrayList<>();
    values.add(LocalDate.ofInstant((Instant) row.get("event_time"), NEW_YORK));
    FIGURES.forEach(column -> values.add(row.get(column)));
    return values;
  }
}
