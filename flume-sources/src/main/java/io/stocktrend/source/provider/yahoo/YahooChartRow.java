package io.stocktrend.source.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.BarValues;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.Prices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of a chart's parallel arrays.
 *
 * @param stamp the bar's start, of a running bar the last trade
 * @param values null for a row of nulls
 */
record YahooChartRow(Instant stamp, BarValues values) {
  private static final int DEFAULT_PRICE_HINT = 2;
  private static final int MOST_DECIMALS = 12;

  boolean isNull() {
    return values == null;
  }

  boolean isWithoutVolume() {
    return values.volume() == null || values.volume() == 0;
  }

  /** The rows of a chart, none where it has no {@code timestamp}. */
  static List<YahooChartRow> of(JsonNode chart) throws ProviderException {
    JsonNode stamps = chart.path("timestamp");
    JsonNode columns = chart.path("indicators").path("quote").path(0);
    JsonNode adjusted = chart.path("indicators").path("adjclose").path(0).path("adjclose");
    if (!stamps.isEmpty() && columns.path("close").size() != stamps.size()) {
      throw YahooChartReader.malformed(
          stamps.size() + " times with " + columns.path("close").size() + " closes");
    }
    int decimals = decimals(chart.path("meta").path("priceHint"));
    Columns figures =
        new Columns(columns, adjusted, new Prices(decimals), new Prices(decimals - 1));
    List<YahooChartRow> rows = new ArrayList<>(stamps.size());
    for (int i = 0; i < stamps.size(); i++) {
      Instant stamp = Json.epochSeconds(stamps.path(i));
      rows.add(new YahooChartRow(stamp, stamp == null ? null : figures.row(i)));
    }
    return rows;
  }

  private static int decimals(JsonNode priceHint) {
    Long hint = Json.count(priceHint);
    long decimals = (hint == null ? DEFAULT_PRICE_HINT : hint) + 2;
    return (int) Math.min(decimals, MOST_DECIMALS);
  }

  /** The adjusted close is computed anew for each answer: its last digit is not stable. */
  private record Columns(JsonNode columns, JsonNode adjusted, Prices exact, Prices computed) {
    BarValues row(int i) {
      Double close = exact.read(columns.path("close").path(i));
      return close == null
          ? null
          : new BarValues(
              exact.read(columns.path("open").path(i)),
              exact.read(columns.path("high").path(i)),
              exact.read(columns.path("low").path(i)),
              close,
              Json.count(columns.path("volume").path(i)),
              computed.read(adjusted.path(i)));
    }
  }
}
