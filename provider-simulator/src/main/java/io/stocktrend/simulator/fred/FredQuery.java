package io.stocktrend.simulator.fred;

import io.stocktrend.simulator.market.EconomicSeries;
import io.stocktrend.simulator.market.Economy;
import io.stocktrend.simulator.market.Vintage;
import io.stocktrend.simulator.wire.Request;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The parameters that every endpoint has, checked in FRED's order: the key, the series, the days.
 *
 * @param today the day in St. Louis
 * @param from realtime_start
 * @param to realtime_end
 */
record FredQuery(EconomicSeries series, LocalDate today, LocalDate from, LocalDate to) {

  private static final ZoneId ST_LOUIS = ZoneId.of("America/Chicago");
  private static final String UNREGISTERED = "0".repeat(32);

  static FredQuery of(Request request, Economy economy) {
    checkKey(request);
    String id =
        request
            .parameter("series_id")
            .orElseThrow(() -> new FredRefusal("Variable series_id is not set."));
    EconomicSeries series =
        economy.find(id).orElseThrow(() -> new FredRefusal("The series does not exist."));
    LocalDate today = LocalDate.ofInstant(request.receivedAt(), ST_LOUIS);
    LocalDate to = date(request, "realtime_end", today);
    if (to.isAfter(today) && !to.equals(Vintage.OPEN)) {
      throw new FredRefusal(
          "Variable realtime_end can not be after today's date ("
              + today
              + ") unless it's equal to the real-time max date 9999-12-31.");
    }
    return new FredQuery(series, today, date(request, "realtime_start", today), to);
  }

  private static void checkKey(Request request) {
    String key = request.parameter("api_key").orElseThrow(FredRefusal::noKey);
    if (!key.matches("[0-9a-z]{32}")) {
      throw FredRefusal.malformedKey();
    }
    if (key.equals(UNREGISTERED)) {
      throw FredRefusal.unknownKey();
    }
  }

  static LocalDate date(Request request, String name, LocalDate otherwise) {
    try {
      return request.parameter(name).map(LocalDate::parse).orElse(otherwise);
    } catch (DateTimeException e) {
      throw new FredRefusal(
          "Variable " + name + " is not a YYYY-MM-DD formatted date (e.g. 2000-02-24).");
    }
  }
}
