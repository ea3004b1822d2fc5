package io.stocktrend.source;

import java.util.List;
import java.util.stream.Stream;

/** Every route that quotes are asked for on; a further one is a further line. */
final class QuoteRoutes {
  /** Two, of which the second pays no dividend, so that Yahoo is always asked for its summary. */
  static final List<String> SYMBOLS = List.of("AAPL", "AMZN");

  private static final String LINES =
      """
      yahoo.cookie          | 1 || SERVED: TRUNCATED; RENEWED: INVALID_CRUMB EMPTY HTML NOTE INFORMATION PREMIUM ERROR_MESSAGE
      yahoo.crumb           | 1 || NEXT: EMPTY; RENEWED: INVALID_CRUMB TRUNCATED
      yahoo.quote           | 1 || NEXT: EMPTY FUTURE_TIME; RENEWED: INVALID_CRUMB
      yahoo.quoteSummary    | 2 | yahoo.quote lacks marketCap | RENEWED_SERVED: INVALID_CRUMB
      yahoo.chart           | 2 | yahoo.quote lacks regularMarketOpen; yahoo.quoteSummary lacks regularMarketOpen,open |
      finnhub.quote         | 2 || NEXT: INVALID_CRUMB EMPTY MISSING_MEMBERS FUTURE_TIME NEGATIVE_PRICE
      finnhub.profile       | 2 || SERVED: NOTE INFORMATION PREMIUM ERROR_MESSAGE
      finnhub.metric        | 2 || NEXT: MISSING_MEMBERS
      alphavantage.quote    | 2 || NEXT: INVALID_CRUMB EMPTY MISSING_MEMBERS FUTURE_TIME NEGATIVE_PRICE; RETRIED: NOTE; ONCE: INFORMATION
      alphavantage.overview | 2 || SERVED: PREMIUM ERROR_MESSAGE; RETRIED: NOTE MISSING_MEMBERS; ONCE: INFORMATION
      """;

  private QuoteRoutes() {}

  static Stream<RouteRules> all() {
    return LINES.lines().map(RouteRules::parse);
  }

  /** The provider that serves where that one does not. */
  static String next(String provider) {
    return provider.equals("yahoo") ? "finnhub" : "yahoo";
  }
}
