package io.stocktrend.client.report;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Row;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Meetings, statements, minutes, releases, speeches and auctions of two years and to come. */
final class EventData implements DataPart {
  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "event_time",
          "starts_on",
          "ends_on",
          "title",
          "speaker",
          "has_projections",
          "rate_lower",
          "rate_upper",
          "values");

  /** What is kept of an auction's figures. */
  private static final List<String> FIGURES =
      List.of("offering_amount", "bid_to_cover_ratio", "high_yield", "high_investment_rate");

  private final MarketDataClient client;
  private final Instant asOf;

  EventData(MarketDataClient client, Instant asOf) {
    this.client = client;
    this.asOf = asOf;
  }

  @Override
  public String name() {
    return "events";
  }

  @Override
  public void write(ScriptJson json) throws IOException {
    json.object().name("columns").value(COLUMNS).name("rows").array();
    for (Row row : latest()) {
      json.value(values(row));
    }
    json.end().end();
  }

  private Deque<Row> latest() {
    Deque<Row> latest = new ArrayDeque<>();
    try (Stream<Row> rows =
        client
            .policyData()
            .from(asOf.minus(Duration.ofDays(731)))
            .asOf(asOf)
            .where("kind LIKE 'FOMC%' OR kind LIKE 'FED%' OR kind = 'TREASURY_AUCTION'")
            .columns(COLUMNS)
            .stream()) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        latest.addLast(each.next());
        if (latest.size() > Limits.EVENTS) {
          latest.removeFirst();
        }
      }
    }
    return latest;
  }

  private static List<Object> values(Row row) {
    List<Object> values = Arrays.asList(row.values().toArray());
    int title = COLUMNS.indexOf("title");
    values.set(title, Limits.cut((String) values.get(title), Limits.HEADLINE));
    int speaker = COLUMNS.indexOf("speaker");
    values.set(speaker, Limits.cut((String) values.get(speaker), Limits.NAME));
    int figures = COLUMNS.indexOf("values");
    values.set(figures, kept((Map<?, ?>) values.get(figures)));
    return values;
  }

  private static List<Object> kept(Map<?, ?> figures) {
    return figures == null
        ? List.of()
        : Arrays.asList(FIGURES.stream().map(figures::get).toArray());
  }
}
