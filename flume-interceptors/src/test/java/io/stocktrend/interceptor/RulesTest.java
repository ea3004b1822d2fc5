package io.stocktrend.interceptor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Announcement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.apache.flume.Event;
import org.junit.jupiter.api.Test;

/** What is demanded of a record of each dataset, and the words in which a fault is told. */
class RulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2025-11-24");

  private final Verdicts verdicts = new Verdicts();

  @Test
  void aRecordWithoutFaultPassesInEveryDataset() {
    verdicts.passed(Records.quote("BRK.B").build());
    verdicts.passed(Records.bar("AAPL").build());
    verdicts.passed(Records.article("AAPL").build());
    verdicts.passed(Records.observation().build());
    verdicts.passed(Records.announcement("TREASURY_DEBT", TODAY).build());
  }

  @Test
  void whatIsUnknownIsNoFault() {
    verdicts.passed(
        Records.quote("A").setOpen(null).setHigh(null).setLow(null).setVolume(null).build());
    verdicts.passed(Records.bar("A").setClose(null).setRsi14(null).setTrend(null).build());
    verdicts.passed(Records.observation().setValue(null).setRealtimeStart(null).build());
  }

  @Test
  void lowIsLowestAndHighIsHighest() {
    verdicts.refused(
        "low 104.5 is above high 104.25; low 104.5 is above open 101.5; low 104.5 is above close"
            + " 103",
        Records.quote("AAPL").setLow(104.5).build());
    verdicts.refused("open 105 is above high 104.25", Records.bar("AAPL").setOpen(105.0).build());
    verdicts.refused("low 99.75 is above close 90.5", Records.bar("AAPL").setClose(90.5).build());
    verdicts.refused(
        "fifty_two_week_low 61 is above fifty_two_week_high 60",
        Records.quote("AAPL").setFiftyTwoWeekHigh(60.0).build());
  }

  @Test
  void theRoundingOf32BitFiguresIsNoFault() {
    verdicts.passed(Records.quote("AAPL").setHigh(104.25).setOpen((double) 104.25001f).build());
  }

  @Test
  void pricesAreAboveZeroAndAmountsNotBelow() {
    verdicts.refused(
        "close is 0, but a price must be above 0; low 99.75 is above close 0",
        Records.quote("AAPL").setClose(0.0).build());
    verdicts.refused(
        "sma_200 is -3, but a price must be above 0", Records.bar("AAPL").setSma200(-3.0).build());
    verdicts.refused(
        "volume is -1, but it must not be below 0", Records.bar("A").setVolume(-1L).build());
    verdicts.refused(
        "market_cap is -3400000000000, but it must not be below 0",
        Records.quote("AAPL").setMarketCap(-3_400_000_000_000L).build());
    verdicts.passed(Records.bar("AAPL").setVolume(0L).build());
  }

  @Test
  void figuresAreFiniteWhereverTheyStand() {
    verdicts.refused(
        "pe_ratio is Infinity, which is no figure: unknown is null",
        Records.quote("AAPL").setPeRatio(Double.POSITIVE_INFINITY).build());
    verdicts.refused(
        "value is NaN, which is no figure: unknown is null",
        Records.observation().setValue(Double.NaN).build());
    verdicts.refused(
        "values.2y is NaN, which is no figure: unknown is null",
        Records.announcement("TREASURY_YIELD_CURVE", TODAY)
            .setValues(Map.of("2y", Double.NaN))
            .build());
  }

  @Test
  void indicatorsAndScoresKeepToTheirScale() {
    verdicts.refused(
        "rsi_14 is 100.5, but it must lie between 0 and 100",
        Records.bar("AAPL").setRsi14(100.5).build());
    verdicts.refused(
        "sentiment_score is -1.01, but it must lie between -1 and 1",
        Records.article("AAPL").setSentimentScore(-1.01).build());
  }

  @Test
  void whatBeginsDoesNotEndBefore() {
    verdicts.refused(
        "rate_lower 4 is above rate_upper 3.75",
        Records.announcement("FOMC_STATEMENT", TODAY).setRateLower(4.0).build());
    verdicts.refused(
        "starts_on 2025-11-24 is above ends_on 2025-11-23",
        Records.announcement("TREASURY_DEBT", TODAY).setEndsOn(TODAY.minusDays(1)).build());
    verdicts.refused(
        "realtime_start 2025-10-29 is above realtime_end 2025-10-28",
        Records.observation().setRealtimeEnd(LocalDate.parse("2025-10-28")).build());
  }

  @Test
  void everyRuleCopesWithEveryDamage() {
    Random random = new Random(20_251_124);
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      Event event = Records.event(i % 2 == 0 ? Records.bar("AAPL").build() : anAuction());
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        event.getBody()[random.nextInt(event.getBody().length)] ^= (byte) (1 << random.nextInt(8));
      }
      String reason = verdicts.reason(event);
      refused += reason == null ? 0 : 1;
      assertTrue(reason == null || !reason.startsWith("it cannot be judged"), reason);
    }
    assertTrue(refused > 2500, "only " + refused + " of 5000 damaged records are refused");
  }

  private static Announcement anAuction() {
    return Records.announcement("TREASURY_AUCTION", TODAY).build();
  }
}
