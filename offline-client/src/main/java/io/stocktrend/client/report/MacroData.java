package io.stocktrend.client.report;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Row;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The last observations of each macroeconomic series, as first published and as known then. */
final class MacroData implements DataPart {
  private static final String OBSERVATIONS =
      """
      SELECT indicator, country, observation_date,
        arg_min(value, known_at) AS first,
        arg_max_null(value, known_at) AS latest,
        count(value) AS versions,
        any_value(unit) AS unit, any_value(frequency) AS frequency
      FROM macroeconomic_data_all WHERE known_at <= %s
      GROUP BY indicator, country, observation_date
      """;

  private static final String LAST_OF_EACH =
      """
      SELECT * FROM (
        SELECT *,
          row_number() OVER (PARTITION BY indicator, country ORDER BY observation_date DESC) AS age,
          dense_rank() OVER (ORDER BY indicator, country) AS series
        FROM (%s))
      WHERE age <= %d AND series <= %d
      ORDER BY indicator, country, observation_date
      """;

  private static final List<String> POINT = List.of("date", "first", "latest", "versions");

  private final MarketDataClient client;
  private final Instant asOf;

  MacroData(MarketDataClient client, Instant asOf) {
    this.client = client;
    this.asOf = asOf;
  }

  @Override
  public String name() {
    return "macro";
  }

  @Override
  public void write(ScriptJson json) throws IOException {
    String sql =
        LAST_OF_EACH.formatted(
            OBSERVATIONS.formatted(SqlTime.literal(asOf)), Limits.OBSERVATIONS, Limits.SERIES);
    json.object().name("columns").value(POINT).name("series").array();
    try (Stream<Row> rows = client.sql(sql).stream()) {
      writeSeries(json, rows.iterator());
    }
    json.end().end();
  }

  private static void writeSeries(ScriptJson json, Iterator<Row> rows) throws IOException {
    Object series = null;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (!row.get("series").equals(series)) {
        if (series != null) {
          json.end().end();
        }
        begin(json, row);
        series = row.get("series");
      }
      json.value(
          Arrays.asList(
              row.get("observation_date"),
              row.get("first"),
              row.get("latest"),
              row.get("versions")));
    }
    if (series != null) {
      json.end().end();
    }
  }

  private static void begin(ScriptJson json, Row row) throws IOException {
    json.object();
    for (String column : List.of("indicator", "country", "unit", "frequency")) {
      json.name(column).value(row.get(column));
    }
    json.name("points").array();
  }
}
