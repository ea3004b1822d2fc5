package io.stocktrend.simulator.finnhub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Fundamentals;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.SyntheticMarket;

/**
 * The flat {@code metric} map: yields and returns in percent, capitalization and volumes in
 * millions.
 */
final class MetricMap {

  private MetricMap() {}

  static ObjectNode of(Quote quote, SyntheticMarket market) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    putPrices(json, quote);
    putVolumes(json, quote, market);
    putEarnings(json, quote);
    putDividend(json, quote);
    return json.putNull("currentEv/freeCashFlowTTM").putNull("priceRelativeToS&P500Ytd");
  }

  private static void putPrices(ObjectNode json, Quote quote) {
    json.put("52WeekHigh", quote.year().high())
        .put("52WeekHighDate", quote.year().highDate().toString())
        .put("52WeekLow", quote.year().low())
        .put("52WeekLowDate", quote.year().lowDate().toString())
        .put("52WeekPriceReturnDaily", percent(quote.price() / quote.year().closeBefore() - 1))
        .put("marketCapitalization", quote.marketCap() / 1e6);
  }

  private static void putVolumes(ObjectNode json, Quote quote, SyntheticMarket market) {
    json.put("10DayAverageTradingVolume", millions(quote, market, 10))
        .put("3MonthAverageTradingVolume", millions(quote, market, 63));
  }

  private static void putEarnings(ObjectNode json, Quote quote) {
    double eps = quote.company().fundamentals().eps();
    json.put("epsTTM", eps).put("epsExclExtraItemsTTM", eps).put("epsInclExtraItemsTTM", eps);
    if (eps > 0) {
      double pe = rounded(quote.trailingPe());
      json.put("peTTM", pe).put("peExclExtraTTM", pe).put("peInclExtraTTM", pe);
      json.put("peBasicExclExtraTTM", pe).put("peNormalizedAnnual", pe);
    } else {
      json.putNull("peTTM").putNull("peExclExtraTTM").putNull("peInclExtraTTM");
      json.putNull("peBasicExclExtraTTM").putNull("peNormalizedAnnual");
    }
    json.put("forwardPE", rounded(quote.forwardPe()));
  }

  private static void putDividend(ObjectNode json, Quote quote) {
    Fundamentals fundamentals = quote.company().fundamentals();
    if (!fundamentals.paysDividend()) {
      json.putNull("dividendYieldIndicatedAnnual").putNull("dividendPerShareAnnual");
      return;
    }
    json.put("dividendYieldIndicatedAnnual", percent(quote.dividendYield()))
        .put("currentDividendYieldTTM", percent(quote.dividendYield()))
        .put("dividendPerShareAnnual", fundamentals.dividendRate())
        .put("dividendPerShareTTM", fundamentals.dividendRate())
        .put("dividendsPerShareTTM", fundamentals.dividendRate());
  }

  private static double millions(Quote quote, SyntheticMarket market, int sessions) {
    return rounded(market.averageVolume(quote.company(), quote.session(), sessions) / 1e6);
  }

  private static double percent(double fraction) {
    return rounded(100 * fraction);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e5) / 1e5;
  }
}
