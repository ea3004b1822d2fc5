package io.stocktrend.source.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.Prices;
import java.util.TreeSet;

/** The splits and dividends of a chart, for which Yahoo adjusts the whole history. */
final class YahooEvents {
  private static final Prices AMOUNTS = new Prices(4);

  private YahooEvents() {}

  /** A text that is the same for the same events. */
  static String print(JsonNode events) {
    TreeSet<String> all = new TreeSet<>();
    for (JsonNode dividend : events.path("dividends")) {
      all.add("dividend " + date(dividend) + " " + AMOUNTS.read(dividend.path("amount")));
    }
    for (JsonNode split : events.path("splits")) {
      all.add(
          "split "
              + date(split)
              + " "
              + Json.number(split.path("numerator"))
              + ":"
              + Json.number(split.path("denominator")));
    }
    return String.join(", ", all);
  }

  private static String date(JsonNode event) {
    return String.valueOf(Json.epochSeconds(event.path("date")));
  }
}
