package io.stocktrend.client;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Observation;
import io.stocktrend.record.RecordId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The economy and the policy around {@link SmallMarket}. */
final class SmallEconomy {
  private SmallEconomy() {}

  static void plant(Path root) {
    observations(root);
    announcements(root);
  }

  private static void observations(Path root) {
    TestData.part(
        root,
        Dataset.MACROECONOMIC_DATA,
        SmallMarket.NOW,
        "observations.parquet",
        List.of(
            gdp("2014-01-01", "2014-04-30", 17149.6),
            gdp("2014-01-01", "2014-05-29", 17101.3),
            gdp("2014-01-01", "2014-06-25", 17016.0),
            gdp("2014-04-01", "2014-07-30", 17294.7),
            gdp("2014-07-01", "2014-10-30", null),
            daily("treasury_10y", 4.21),
            daily("vix", 17.5)));
  }

  private static Observation gdp(String day, String released, Double value) {
    return observation("gdp", LocalDate.parse(day), Instant.parse(released + "T23:59:59Z"))
        .setSeriesId("GDP")
        .setValue(value)
        .setUnit("billions of dollars SAAR")
        .setFrequency("QUARTERLY")
        .build();
  }

  /** Known since long before the first session. */
  private static Observation daily(String indicator, double value) {
    LocalDate day = LocalDate.parse("2025-01-02");
    return observation(indicator, day, Instant.parse("2025-01-02T23:59:59Z"))
        .setSeriesId("S")
        .setValue(value)
        .setUnit("percent")
        .setFrequency("DAILY")
        .build();
  }

  private static Observation.Builder observation(
      String indicator, LocalDate date, Instant knownAt) {
    return Observation.newBuilder()
        .setRecordId(RecordId.of(indicator + "|USA|" + date, knownAt))
        .setEventTime(date.atStartOfDay().toInstant(ZoneOffset.UTC))
        .setKnownAt(knownAt)
        .setCollectedAt(SmallMarket.NOW)
        .setProvider("fred")
        .setIndicator(indicator)
        .setCountry("USA")
        .setObservationDate(date);
  }

  private static void announcements(Path root) {
    TestData.part(
        root,
        Dataset.POLICY_DATA,
        SmallMarket.NOW,
        "policy.parquet",
        List.of(
            announcement("FOMC_STATEMENT", "2026-10-28")
                .setRateLower(3.5)
                .setRateUpper(3.75)
                .build(),
            announcement("TREASURY_AUCTION", "2026-11-16")
                .setValues(Map.of("offering_amount", 8e10, "bid_to_cover_ratio", 2.63))
                .build(),
            announcement("TREASURY_YIELD_CURVE", "2026-10-16")
                .setValues(Map.of("2Y", 3.9, "10Y", 4.3))
                .build(),
            announcement("TREASURY_YIELD_CURVE", "2026-11-20")
                .setValues(Map.of("2Y", 3.86, "1M", 3.32, "10Y", 4.21, "1.5M", 3.42))
                .build(),
            announcement("FOMC_MEETING", "2026-12-15").setKnownAt(SmallMarket.NOW).build()));
  }

  private static Announcement.Builder announcement(String kind, String day) {
    Instant time = Instant.parse(day + "T18:00:00Z");
    return Announcement.newBuilder()
        .setRecordId(RecordId.of(kind + "||" + day, time))
        .setEventTime(time)
        .setKnownAt(time)
        .setCollectedAt(SmallMarket.NOW)
        .setProvider("treasury")
        .setKind(kind)
        .setTitle(kind + " <i>of</i> " + day)
        .setStartsOn(LocalDate.parse(day));
  }
}
