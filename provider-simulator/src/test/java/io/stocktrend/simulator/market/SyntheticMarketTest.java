package io.stocktrend.simulator.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticMarketTest {

  private static final Instant NOW = Instant.parse("2026-03-11T15:00:17Z");
  private static final Session TODAY = Session.lastAt(NOW);

  private final SyntheticMarket market = new SyntheticMarket(7);
  private final Company apple = market.companies().find("AAPL").orElseThrow();

  @Test
  void theSameSeedGivesTheSameMarketWhateverWasAskedBefore() {
    SyntheticMarket other = new SyntheticMarket(7);
    other.quote(other.companies().find("TSLA").orElseThrow(), NOW.plusSeconds(86_400));
    assertEquals(market.quote(apple, NOW), other.quote(apple, NOW));
  }

  @Test
  void anotherSeedGivesAnotherMarket() {
    SyntheticMarket other = new SyntheticMarket(8);
    Company sameCompany = other.companies().find("AAPL").orElseThrow();
    assertNotEquals(market.quote(apple, NOW).price(), other.quote(sameCompany, NOW).price());
  }

  @Test
  void thePriceMovesWithinTheSession() {
    List<Double> prices = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      prices.add(market.quote(apple, TODAY.open().plusSeconds(60L * minute)).price());
    }
    assertTrue(prices.stream().distinct().count() > 20, prices.toString());
  }

  @Test
  void thePriceStandsStillOutsideTheSession() {
    Quote atClose = market.quote(apple, TODAY.close());
    assertEquals(atClose, market.quote(apple, TODAY.close().plusSeconds(7 * 3600)));
    assertEquals(atClose, market.quote(apple, TODAY.next().open().minusMillis(1)));
    assertEquals(TODAY.close().plusSeconds(1), atClose.time());
  }

  @Test
  void aFinishedDayIsTheSameEachTimeItIsAskedFor() {
    Session past = TODAY.previous();
    Bar whole = market.bar(apple, past, 0, past.minutes());
    assertEquals(whole, market.day(apple, past, NOW));
    assertEquals(whole, market.day(apple, past, past.close()));
    assertNotEquals(whole, market.day(apple, past, past.close().minusSeconds(60)));
  }

  @Test
  void theDaySoFarEndsWithTheLastPrice() {
    Quote quote = market.quote(apple, NOW);
    assertEquals(NOW, quote.time());
    assertEquals(market.day(apple, TODAY, NOW), quote.day());
    assertTrue(quote.day().high() >= Math.max(quote.day().open(), quote.price()));
    assertTrue(quote.day().low() <= Math.min(quote.day().open(), quote.price()));
  }

  @Test
  void highsAndVolumesOnlyGrowWhileTheSessionRuns() {
    Bar before = market.day(apple, TODAY, TODAY.open());
    assertEquals(0, before.volume());
    for (int minute = 10; minute <= Session.MINUTES; minute += 10) {
      Bar day = market.day(apple, TODAY, TODAY.open().plusSeconds(60L * minute));
      assertTrue(day.high() >= before.high() && day.low() <= before.low());
      assertTrue(day.volume() > before.volume());
      assertEquals(before.open(), day.open());
      before = day;
    }
  }

  @Test
  void hoursMakeUpTheDay() {
    Session past = TODAY.previous();
    Bar day = market.bar(apple, past, 0, Session.MINUTES);
    double high = 0;
    long volume = 0;
    double close = day.open();
    for (int from = 0; from < Session.MINUTES; from += 60) {
      Bar hour = market.bar(apple, past, from, Math.min(from + 60, Session.MINUTES));
      assertEquals(close, hour.open());
      close = hour.close();
      high = Math.max(high, hour.high());
      volume += hour.volume();
    }
    assertEquals(day.close(), close);
    assertEquals(day.high(), high);
    assertEquals(day.volume(), volume);
  }

  @Test
  void theYearsRangeIsThatOfTheDailyBars() {
    Quote quote = market.quote(apple, NOW);
    double low = quote.day().low();
    double high = quote.day().high();
    LocalDate start = TODAY.date().minusWeeks(52);
    for (Session past = TODAY.previous(); past.date().isAfter(start); past = past.previous()) {
      Bar day = market.bar(apple, past, 0, Session.MINUTES);
      low = Math.min(low, day.low());
      high = Math.max(high, day.high());
    }
    assertEquals(low, quote.year().low());
    assertEquals(high, quote.year().high());
    assertEquals(market.close(apple, Session.onOrBefore(start)), quote.year().closeBefore());
  }

  @Test
  void thePreviousCloseIsTheCloseOfTheSessionBefore() {
    Quote quote = market.quote(apple, NOW);
    Quote yesterday = market.quote(apple, TODAY.previous().close());
    assertEquals(yesterday.price(), quote.previousClose());
    assertEquals(quote.price() - yesterday.price(), quote.change(), 1e-9);
  }

  @Test
  void dailyReturnsAreOfAPlausibleSize() {
    int large = 0;
    for (int back = 1; back <= 250; back++) {
      double close = market.close(apple, TODAY.minus(back));
      double before = market.close(apple, TODAY.minus(back + 1));
      large += Math.abs(close / before - 1) > 0.08 ? 1 : 0;
      assertTrue(close > 50 && close < 1000, "close " + close);
    }
    assertTrue(large < 5, large + " daily returns above 8 %");
  }

  @Test
  void averagesAreThoseOfTheCloses() {
    Quote quote = market.quote(apple, NOW);
    double expected = quote.price();
    for (int back = 1; back < 5; back++) {
      expected += market.close(apple, TODAY.minus(back));
    }
    assertEquals(expected / 5, market.averageClose(quote, 5), 1e-9);
  }

  @Test
  void aYearsDividendsAddUpToTheRate() {
    Session yearAgo = Session.onOrAfter(TODAY.date().minusYears(1).plusDays(1));
    List<Dividend> dividends = Dividend.between(apple, yearAgo, TODAY);
    double sum = dividends.stream().mapToDouble(Dividend::amount).sum();
    assertEquals(4, dividends.size());
    assertEquals(apple.fundamentals().dividendRate(), sum, 1e-9);
  }

  @Test
  void whoPaysNoDividendHasNone() {
    Company amazon = market.companies().find("AMZN").orElseThrow();
    assertEquals(List.of(), Dividend.between(amazon, Session.FIRST, TODAY));
  }
}
