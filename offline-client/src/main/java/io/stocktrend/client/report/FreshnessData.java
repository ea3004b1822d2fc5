package io.stocktrend.client.report;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How fresh each dataset is and how many rows it has of each of the last days. It tells of the data
 * as it is, whatever time the rest of the page is of.
 */
final class FreshnessData implements DataPart {
  private static final String ROWS_PER_DAY =
      """
      SELECT CAST(event_time AS DATE) AS day, count(*) AS n FROM %s_all
      WHERE event_time >= %s AND event_time < %s GROUP BY day ORDER BY day
      """;

  private final MarketDataClient client;
  private final Instant now;

  FreshnessData(MarketDataClient client, Instant now) {
    this.client = client;
    this.now = now;
  }

  @Override
  public String name() {
    return "freshness";
  }

  @Override
  public void write(ScriptJson json) throws IOException {
    LocalDate last = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate first = last.minusDays(Limits.FRESHNESS_DAYS - 1L);
    json.object();
    json.name("from").value(first).name("to").value(last);
    json.name("datasets");
    Rows.write(
        json,
        List.of("dataset", "rows", "files", "first_event", "last_event", "last_collected"),
        client.datasets().stream());
    json.name("perDay").object();
    for (Dataset dataset : Dataset.values()) {
      json.name(dataset.id());
      Rows.write(json, List.of("day", "rows"), client.sql(perDay(dataset, first, last)).stream());
    }
    json.end().end();
  }

  private static String perDay(Dataset dataset, LocalDate first, LocalDate last) {
    return ROWS_PER_DAY.formatted(dataset.id(), start(first), start(last.plusDays(1)));
  }

  private static String start(LocalDate day) {
    return SqlTime.literal(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
