package io.stocktrend.assembly;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Row;
import io.stocktrend.simulator.market.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What must hold for when each stored fact was known, asked through the client. */
record PointInTime(MarketDataClient client) {
  private static final List<String> DATASETS =
      List.of(
          "financial_data", "stock_movements", "news_data", "macroeconomic_data", "policy_data");

  /** Dataset, and a condition that no row of any version may meet. */
  private static final String FORBIDDEN =
      """
      financial_data     | known_at < event_time OR known_at <> collected_at
      stock_movements    | NOT is_final AND known_at < event_time
      stock_movements    | is_final AND known_at > collected_at - INTERVAL 15 MINUTE
      news_data          | known_at <> event_time
      macroeconomic_data | provider = 'fred' AND known_at <> (realtime_start + TIME '23:59:59') AT TIME ZONE 'UTC'
      macroeconomic_data | provider = 'fred' AND realtime_start < observation_date
      macroeconomic_data | provider = 'fred' AND realtime_start IS NULL
      macroeconomic_data | provider <> 'fred' AND known_at <> collected_at
      policy_data        | kind = 'FOMC_MEETING' AND known_at <> collected_at AND known_at <> NEW_YORK(ends_on, '18:00')
      policy_data        | kind = 'FOMC_STATEMENT' AND (known_at <> event_time OR known_at < NEW_YORK(ends_on, '14:00'))
      policy_data        | kind = 'FOMC_MINUTES' AND known_at < NEW_YORK(CAST(event_time AT TIME ZONE 'UTC' AS DATE), '14:00')
      policy_data        | kind LIKE 'FED_%' AND known_at <> event_time
      policy_data        | kind = 'TREASURY_YIELD_CURVE' AND known_at < NEW_YORK(starts_on, '17:30')
      policy_data        | kind = 'TREASURY_DEBT' AND known_at < NEW_YORK(starts_on + 1, '16:00')
      policy_data        | kind = 'TREASURY_INTEREST_RATE' AND known_at < NEW_YORK(starts_on + 8, '00:00')
      policy_data        | kind = 'TREASURY_AUCTION' AND "values"['bid_to_cover_ratio'] IS NOT NULL AND known_at < NEW_YORK(starts_on, '11:30')
      """;

  /** How many rows break a rule, by the rule; empty if all is well. */
  Map<String, Long> violations() {
    Map<String, Long> violations = new LinkedHashMap<>();
    Stream<String> common =
        DATASETS.stream().map(d -> d + " | known_at > collected_at + INTERVAL 2 MINUTE");
    Stream.concat(common, FORBIDDEN.lines()).forEach(rule -> count(rule, violations));
    return violations;
  }

  private void count(String rule, Map<String, Long> violations) {
    String[] parts = rule.split("\\|", 2);
    String condition =
        parts[1].replaceAll(
            "NEW_YORK\\((.*?), ('\\d\\d:\\d\\d')\\)",
            "(($1 + TIME $2) AT TIME ZONE 'America/New_York')");
    String sql = "SELECT count(*) FROM " + parts[0].strip() + "_all WHERE " + condition;
    long rows = (Long) client.sql(sql).list().get(0).get("count_star()");
    if (rows > 0) {
      violations.put(rule, rows);
    }
  }

  /** Final daily bars that do not begin with a session or are known before its close. */
  List<String> wronglyFinalBars() {
    List<String> wrong = new ArrayList<>();
    String sql =
        "SELECT DISTINCT event_time, known_at FROM stock_movements_all"
            + " WHERE is_final AND \"interval\" = '1d'";
    for (Row row : client.sql(sql).list()) {
      Instant start = (Instant) row.get("event_time");
      LocalDate day = LocalDate.ofInstant(start, Session.ZONE);
      boolean isSession = Session.isHeld(day) && new Session(day).open().equals(start);
      Instant knownAt = (Instant) row.get("known_at");
      if (!isSession || !new Session(day).close().equals(knownAt)) {
        wrong.add(start + " known at " + knownAt);
      }
    }
    return wrong;
  }
}
