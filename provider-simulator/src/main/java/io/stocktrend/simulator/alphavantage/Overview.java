package io.stocktrend.simulator.alphavantage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.Fundamentals;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.SyntheticMarket;
import java.util.Locale;

/** The OVERVIEW object: dollars and fractions as text; what is unknown is the text {@code None}. */
final class Overview {

  private static final String NONE = "None";

  private Overview() {}

  static ObjectNode of(Quote quote, SyntheticMarket market) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    putIdentity(json, quote.company());
    putEarnings(json, quote);
    putDividend(json, quote);
    return json.put("52WeekHigh", number("%.2f", quote.year().high()))
        .put("52WeekLow", number("%.2f", quote.year().low()))
        .put("50DayMovingAverage", number("%.2f", market.averageClose(quote, 50)))
        .put("200DayMovingAverage", number("%.2f", market.averageClose(quote, 200)))
        .put("SharesOutstanding", Long.toString(quote.company().fundamentals().shares()));
  }

  private static void putIdentity(ObjectNode json, Company company) {
    json.put("Symbol", company.symbol())
        .put("AssetType", "Common Stock")
        .put("Name", company.markedName())
        .put("Description", "Synthetic figures for tests; not those of the company.")
        .put("CIK", NONE)
        .put("Exchange", company.nasdaq() ? "NASDAQ" : "NYSE")
        .put("Currency", "USD")
        .put("Country", "USA")
        .put("Sector", company.sector().toUpperCase(Locale.ROOT))
        .put("Industry", NONE)
        .put("FiscalYearEnd", "December");
  }

  private static void putEarnings(ObjectNode json, Quote quote) {
    Fundamentals fundamentals = quote.company().fundamentals();
    String pe = fundamentals.eps() > 0 ? number("%.4f", quote.trailingPe()) : NONE;
    String eps = number("%.2f", fundamentals.eps());
    json.put("MarketCapitalization", Long.toString(quote.marketCap()))
        .put("EBITDA", NONE)
        .put("PERatio", pe)
        .put("TrailingPE", pe)
        .put("ForwardPE", number("%.4f", quote.forwardPe()))
        .put("EPS", eps)
        .put("DilutedEPSTTM", eps);
  }

  private static void putDividend(ObjectNode json, Quote quote) {
    Fundamentals fundamentals = quote.company().fundamentals();
    boolean pays = fundamentals.paysDividend();
    json.put("DividendPerShare", pays ? number("%.2f", fundamentals.dividendRate()) : NONE)
        .put("DividendYield", pays ? number("%.6f", quote.dividendYield()) : "0")
        .put("DividendDate", NONE)
        .put("ExDividendDate", NONE);
  }

  private static String number(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
