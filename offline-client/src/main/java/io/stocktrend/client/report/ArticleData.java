package io.stocktrend.client.report;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Row;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The last stories about each symbol. */
final class ArticleData implements DataPart {
  private static final List<String> COLUMNS =
      List.of(
          "event_time",
          "headline",
          "publisher",
          "url",
          "sentiment_score",
          "sentiment_label",
          "sentiment_model");

  private final MarketDataClient client;
  private final List<String> symbols;
  private final Instant asOf;

  ArticleData(MarketDataClient client, List<String> symbols, Instant asOf) {
    this.client = client;
    this.symbols = symbols;
    this.asOf = asOf;
  }

  @Override
  public String name() {
    return "news";
  }

  @Override
  public void write(ScriptJson json) throws IOException {
    LatestRows stories =
        new LatestRows(symbols, Limits.stories(symbols.size()))
            .take(
                client
                    .newsData()
                    .symbols(symbols)
                    .from(asOf.minus(Duration.ofDays(365)))
                    .asOf(asOf)
                    .columns(columns())
                    .stream());
    stories.write(json, COLUMNS, ArticleData::values);
  }

  private static List<String> columns() {
    return Stream.concat(Stream.of("symbol"), COLUMNS.stream()).toList();
  }

  private static List<Object> values(Row row) {
    String address = (String) row.get("url");
    return Arrays.asList(
        row.get("event_time"),
        Limits.cut((String) row.get("headline"), Limits.HEADLINE),
        Limits.cut((String) row.get("publisher"), Limits.NAME),
        address != null && address.length() > Limits.ADDRESS ? null : address,
        row.get("sentiment_score"),
        row.get("sentiment_label"),
        row.get("sentiment_model"));
  }
}
