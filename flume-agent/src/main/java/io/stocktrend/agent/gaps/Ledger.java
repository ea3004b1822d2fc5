package io.stocktrend.agent.gaps;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Row;
import io.stocktrend.record.Dataset;
import io.stocktrend.source.Stored;
import io.stocktrend.source.Wanted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Reads which rows the store has. */
final class Ledger {
  private static final Instant EARLIEST = LocalDate.EPOCH.atStartOfDay().toInstant(ZoneOffset.UTC);

  private final MarketDataClient client;

  Ledger(MarketDataClient client) {
    this.client = client;
  }

  /** The rows of a dataset by event_time; of bars only the final ones. */
  Stored of(Dataset dataset, Wanted.Span span) {
    Stored stored = new Stored();
    if (client.partFiles(dataset).isEmpty()) {
      return stored;
    }
    String columns =
        dataset == Dataset.NEWS_DATA
            ? "record_id, symbol, headline, publisher, url, event_time"
            : "record_id";
    String condition = dataset == Dataset.STOCK_MOVEMENTS ? " AND is_final" : "";
    String sql =
        "SELECT %s FROM %s_all WHERE event_time >= %s AND event_time < %s%s"
            .formatted(columns, dataset.id(), literal(span.from()), literal(span.to()), condition);
    try (var rows = client.question(sql).stream()) {
      rows.forEach(row -> add(row, dataset, stored));
    }
    return stored;
  }

  /** Every row of a dataset, whose facts may be older than their versions. */
  Stored of(Dataset dataset) {
    return of(dataset, new Wanted.Span(EARLIEST, Instant.parse("2999-01-01T00:00:00Z")));
  }

  private static void add(Row row, Dataset dataset, Stored stored) {
    String id = (String) row.get("record_id");
    if (dataset != Dataset.NEWS_DATA) {
      stored.add(List.of(id));
      return;
    }
    stored.add(
        id,
        new Stored.Sighting(
            (String) row.get("symbol"),
            (String) row.get("headline"),
            (String) row.get("publisher"),
            (String) row.get("url"),
            (Instant) row.get("event_time")));
  }

  static String literal(Instant instant) {
    return "TIMESTAMPTZ '" + instant + "'";
  }
}
