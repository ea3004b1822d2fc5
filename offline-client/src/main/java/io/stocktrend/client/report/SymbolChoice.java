package io.stocktrend.client.report;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.record.NearestName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which symbols a report shows. */
final class SymbolChoice {
  private static final List<String> MAG_7 =
      List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA");

  private final MarketDataClient client;
  private final Instant asOf;

  SymbolChoice(MarketDataClient client, Instant asOf) {
    this.client = client;
    this.asOf = asOf;
  }

  /** The wanted ones; if none are, the Mag 7, or as many others where none of those are there. */
  List<String> of(List<String> wanted) {
    if (wanted.size() > Limits.SYMBOLS) {
      throw new ClientException(
          Fault.REQUEST,
          "--symbol names %d symbols: at most %d fit into one page"
              .formatted(wanted.size(), Limits.SYMBOLS));
    }
    Set<String> known = known();
    if (wanted.isEmpty()) {
      List<String> usual = MAG_7.stream().filter(known::contains).toList();
      return usual.isEmpty() ? known.stream().limit(MAG_7.size()).toList() : usual;
    }
    wanted.forEach(symbol -> require(symbol, known));
    return wanted;
  }

  private static void require(String symbol, Set<String> known) {
    if (!known.contains(symbol)) {
      String hint =
          known.isEmpty()
              ? "there are no rows of any symbol yet"
              : NearestName.hint(symbol, known.stream().limit(Limits.SYMBOLS).toList());
      throw new ClientException(Fault.REQUEST, "unknown symbol '" + symbol + "': " + hint);
    }
  }

  private Set<String> known() {
    String time = SqlTime.literal(asOf);
    Set<String> symbols = new TreeSet<>();
    Stream.of("stock_movements", "financial_data", "news_data")
        .map(
            dataset ->
                "SELECT DISTINCT symbol FROM %s_all WHERE symbol IS NOT NULL AND known_at <= %s"
                    .formatted(dataset, time))
        .flatMap(sql -> client.sql(sql).list().stream())
        .forEach(row -> symbols.add((String) row.get("symbol")));
    return symbols;
  }
}
