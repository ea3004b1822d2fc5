package io.stocktrend.example;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.model.Announcement;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The yield curve before and after each statement of the FOMC: did the slope move? */
public final class YieldCurveAndFomc {
  private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

  private YieldCurveAndFomc() {}

  public static void main(String[] arguments) {
    run(Path.of(arguments.length > 0 ? arguments[0] : "data"), Instant.now(), System.out);
  }

  static void run(Path root, Instant now, PrintStream out) {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      NavigableMap<LocalDate, Map<String, Double>> curves = new TreeMap<>();
      client
          .policyData()
          .where("kind = 'TREASURY_YIELD_CURVE'")
          .list(Announcement.class)
          .forEach(curve -> curves.put(curve.startsOn(), curve.values()));
      out.println("statement   target range   10Y - 2Y before   after");
      client
          .policyData()
          .where("kind = 'FOMC_STATEMENT' AND rate_upper IS NOT NULL")
          .list(Announcement.class)
          .forEach(statement -> print(statement, curves, out));
      next(client, now, out);
    }
  }

  private static void print(
      Announcement statement,
      NavigableMap<LocalDate, Map<String, Double>> curves,
      PrintStream out) {
    LocalDate day = statement.eventTime().atZone(WASHINGTON).toLocalDate();
    var before = curves.lowerEntry(day);
    var after = curves.ceilingEntry(day);
    if (before != null && after != null) {
      out.printf(
          Locale.ROOT,
          "%s  %.2f to %.2f%%  %+10.2f points  %+.2f%n",
          day,
          statement.rateLower(),
          statement.rateUpper(),
          slope(before.getValue()),
          slope(after.getValue()));
    }
  }

  private static double slope(Map<String, Double> curve) {
    return curve.getOrDefault("10Y", Double.NaN) - curve.getOrDefault("2Y", Double.NaN);
  }

  private static void next(MarketDataClient client, Instant now, PrintStream out) {
    client
        .policyData()
        .from(now)
        .where("kind = 'FOMC_MEETING'")
        .limit(1)
        .list(Announcement.class)
        .forEach(meeting -> out.printf("Next: %s%n", meeting.title()));
  }
}
