package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Bar;
import io.stocktrend.simulator.market.Fundamentals;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.SyntheticMarket;
import java.time.Instant;
import java.util.Optional;

/** The modules of quoteSummary, as plain figures; yields and changes are fractions here. */
record SummaryModules(SyntheticMarket market) {

  Optional<ObjectNode> of(String module, Quote quote, Instant now) {
    return switch (module) {
      case "price" -> Optional.of(price(quote, now));
      case "summaryDetail" -> Optional.of(summaryDetail(quote));
      case "defaultKeyStatistics" -> Optional.of(keyStatistics(quote));
      default -> Optional.empty();
    };
  }

  private static ObjectNode price(Quote quote, Instant now) {
    Bar day = quote.day();
    String name = quote.company().markedName();
    ObjectNode json = Wrapper.JSON.objectNode();
    json.put("maxAge", 1)
        .put("regularMarketChangePercent", (float) quote.changeFraction())
        .put("regularMarketChange", (float) quote.change())
        .put("regularMarketTime", quote.time().getEpochSecond())
        .put("priceHint", 2)
        .put("regularMarketPrice", quote.price())
        .put("regularMarketDayHigh", day.high())
        .put("regularMarketDayLow", day.low())
        .put("regularMarketVolume", day.volume())
        .put("regularMarketPreviousClose", quote.previousClose())
        .put("regularMarketSource", "SYNTHETIC")
        .put("regularMarketOpen", day.open())
        .put("exchange", QuoteObject.exchange(quote.company()))
        .put("exchangeName", QuoteObject.exchangeName(quote.company()))
        .put("exchangeDataDelayedBy", 0)
        .put("marketState", MarketState.at(now).name())
        .put("quoteType", "EQUITY")
        .put("symbol", YahooSymbols.of(quote.company()));
    json.putNull("underlyingSymbol").put("shortName", name).put("longName", name);
    return json.put("currency", "USD")
        .put("quoteSourceName", "Synthetic")
        .put("currencySymbol", "$")
        .put("marketCap", quote.marketCap());
  }

  private ObjectNode summaryDetail(Quote quote) {
    ObjectNode json = Wrapper.JSON.objectNode();
    json.put("maxAge", 1).put("priceHint", 2);
    putDay(json, quote);
    putVolumes(json, quote);
    putRatios(json, quote);
    json.put("marketCap", quote.marketCap())
        .put("fiftyTwoWeekLow", quote.year().low())
        .put("fiftyTwoWeekHigh", quote.year().high())
        .put("fiftyDayAverage", (float) market.averageClose(quote, 50))
        .put("twoHundredDayAverage", (float) market.averageClose(quote, 200));
    return json.put("currency", "USD").putNull("algorithm").put("tradeable", false);
  }

  private static void putDay(ObjectNode json, Quote quote) {
    Bar day = quote.day();
    json.put("previousClose", quote.previousClose())
        .put("open", day.open())
        .put("dayLow", day.low())
        .put("dayHigh", day.high())
        .put("regularMarketPreviousClose", quote.previousClose())
        .put("regularMarketOpen", day.open())
        .put("regularMarketDayLow", day.low())
        .put("regularMarketDayHigh", day.high());
  }

  private void putVolumes(ObjectNode json, Quote quote) {
    Bar day = quote.day();
    json.put("volume", day.volume())
        .put("regularMarketVolume", day.volume())
        .put("averageVolume", market.averageVolume(quote.company(), quote.session(), 63))
        .put("averageVolume10days", market.averageVolume(quote.company(), quote.session(), 10));
  }

  private static void putRatios(ObjectNode json, Quote quote) {
    Fundamentals fundamentals = quote.company().fundamentals();
    json.put("forwardPE", (float) quote.forwardPe())
        .put("trailingAnnualDividendRate", fundamentals.dividendRate())
        .put("trailingAnnualDividendYield", (float) quote.dividendYield());
    if (fundamentals.eps() > 0) {
      json.put("trailingPE", (float) quote.trailingPe());
    }
    if (fundamentals.paysDividend()) {
      json.put("dividendRate", fundamentals.dividendRate())
          .put("dividendYield", Math.rint(10_000 * quote.dividendYield()) / 10_000);
    }
  }

  private static ObjectNode keyStatistics(Quote quote) {
    Fundamentals fundamentals = quote.company().fundamentals();
    ObjectNode json = Wrapper.JSON.objectNode();
    json.put("maxAge", 1)
        .put("priceHint", 2)
        .put("forwardPE", (float) quote.forwardPe())
        .put("sharesOutstanding", fundamentals.shares())
        .put("impliedSharesOutstanding", fundamentals.shares())
        .put("trailingEps", fundamentals.eps())
        .put("forwardEps", fundamentals.epsForward())
        .put("52WeekChange", (float) (quote.price() / quote.year().closeBefore() - 1));
    return json.putNull("category").putNull("fundFamily").putNull("legalType");
  }
}
