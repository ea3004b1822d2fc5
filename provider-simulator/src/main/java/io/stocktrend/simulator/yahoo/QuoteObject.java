package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Bar;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.Fundamentals;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.Session;
import io.stocktrend.simulator.market.SyntheticMarket;
import io.stocktrend.simulator.market.YearRange;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One element of {@code quoteResponse.result}. Changes and {@code dividendYield} are percent,
 * {@code trailingAnnualDividendYield} and the 52-week changes fractions; what is unknown is absent.
 */
record QuoteObject(SyntheticMarket market) {

  private static final DateTimeFormatter ZONE_NAME = DateTimeFormatter.ofPattern("zzz", Locale.US);

  ObjectNode of(Quote quote, Instant now) {
    ObjectNode json = Wrapper.JSON.objectNode();
    putIdentity(json, quote.company());
    putMarket(json, quote, now);
    putDay(json, quote);
    putYear(json, quote);
    putEarnings(json, quote);
    putDividend(json, quote);
    putAverages(json, quote);
    return json.put("symbol", YahooSymbols.of(quote.company()));
  }

  static String zoneName(ZonedDateTime time) {
    return ZONE_NAME.format(time);
  }

  private static void putIdentity(ObjectNode json, Company company) {
    json.put("language", "en-US")
        .put("region", "US")
        .put("quoteType", "EQUITY")
        .put("typeDisp", "Equity")
        .put("quoteSourceName", "Synthetic")
        .put("triggerable", true)
        .put("currency", "USD")
        .put("financialCurrency", "USD")
        .put("shortName", company.markedName())
        .put("longName", company.markedName())
        .put("displayName", company.markedName())
        .put("exchange", exchange(company))
        .put("fullExchangeName", exchangeName(company))
        .put("market", "us_market")
        .put("firstTradeDateMilliseconds", Session.FIRST.open().toEpochMilli())
        .put("priceHint", 2)
        .put("sourceInterval", 15)
        .put("exchangeDataDelayedBy", 0)
        .put("tradeable", false)
        .put("cryptoTradeable", false)
        .put("esgPopulated", false)
        .putArray("corporateActions");
  }

  private static void putMarket(ObjectNode json, Quote quote, Instant now) {
    ZonedDateTime local = now.atZone(Session.ZONE);
    json.put("marketState", MarketState.at(now).name())
        .put("regularMarketTime", quote.time().getEpochSecond())
        .put("exchangeTimezoneName", Session.ZONE.getId())
        .put("exchangeTimezoneShortName", zoneName(local))
        .put("gmtOffSetMilliseconds", local.getOffset().getTotalSeconds() * 1000);
  }

  private static void putDay(ObjectNode json, Quote quote) {
    Bar day = quote.day();
    json.put("regularMarketPrice", quote.price())
        .put("regularMarketChange", (float) quote.change())
        .put("regularMarketChangePercent", (float) (100 * quote.changeFraction()))
        .put("regularMarketOpen", day.open())
        .put("regularMarketDayHigh", day.high())
        .put("regularMarketDayLow", day.low())
        .put("regularMarketDayRange", day.low() + " - " + day.high())
        .put("regularMarketVolume", day.volume())
        .put("regularMarketPreviousClose", quote.previousClose())
        .put("bid", quote.price())
        .put("ask", quote.price())
        .put("bidSize", 1)
        .put("askSize", 1);
  }

  private static void putYear(ObjectNode json, Quote quote) {
    YearRange year = quote.year();
    json.put("fiftyTwoWeekLow", year.low())
        .put("fiftyTwoWeekHigh", year.high())
        .put("fiftyTwoWeekRange", year.low() + " - " + year.high())
        .put("fiftyTwoWeekLowChange", (float) (quote.price() - year.low()))
        .put("fiftyTwoWeekLowChangePercent", (float) (quote.price() / year.low() - 1))
        .put("fiftyTwoWeekHighChange", (float) (quote.price() - year.high()))
        .put("fiftyTwoWeekHighChangePercent", (float) (quote.price() / year.high() - 1))
        .put("fiftyTwoWeekChangePercent", (float) (100 * (quote.price() / year.closeBefore() - 1)));
  }

  private static void putEarnings(ObjectNode json, Quote quote) {
    Fundamentals fundamentals = quote.company().fundamentals();
    json.put("marketCap", quote.marketCap())
        .put("sharesOutstanding", fundamentals.shares())
        .put("epsTrailingTwelveMonths", fundamentals.eps())
        .put("epsForward", fundamentals.epsForward())
        .put("forwardPE", (float) quote.forwardPe());
    if (fundamentals.eps() > 0) {
      json.put("trailingPE", (float) quote.trailingPe());
    }
  }

  private static void putDividend(ObjectNode json, Quote quote) {
    Fundamentals fundamentals = quote.company().fundamentals();
    json.put("trailingAnnualDividendRate", fundamentals.dividendRate())
        .put("trailingAnnualDividendYield", (float) quote.dividendYield());
    if (fundamentals.paysDividend()) {
      json.put("dividendRate", fundamentals.dividendRate())
          .put("dividendYield", Math.rint(10_000 * quote.dividendYield()) / 100);
    }
  }

  private void putAverages(ObjectNode json, Quote quote) {
    Company company = quote.company();
    json.put("fiftyDayAverage", (float) market.averageClose(quote, 50))
        .put("twoHundredDayAverage", (float) market.averageClose(quote, 200))
        .put("averageDailyVolume10Day", market.averageVolume(company, quote.session(), 10))
        .put("averageDailyVolume3Month", market.averageVolume(company, quote.session(), 63));
  }

  static String exchange(Company company) {
    return company.nasdaq() ? "NMS" : "NYQ";
  }

  static String exchangeName(Company company) {
    return company.nasdaq() ? "NasdaqGS" : "NYSE";
  }
}
