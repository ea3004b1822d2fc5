package io.stocktrend.source.provider;

import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the recorded answers say in the dataset's units, worked out by hand. */
final class RecordedFacts {
  /**
   * Recording, symbol (X where the test asks under that name), then currency, exchange, state,
   * open, high, low, close, previous close, volume, market cap, P/E, forward P/E, EPS, dividend
   * rate, dividend yield, 52-week high and low, event time. The price 1 and the times of 2026 are
   * the test's own. A kind of failure where the symbol has no price.
   */
  private static final List<String> QUOTES =
      List.of(
          "yahoo/quote-AAPL.json AAPL USD NasdaqGS CLOSED 241.07 245.41 241.0 244.6 241.53 40896227"
              + " 3674405863424 38.763866 29.434416 6.31 1.0 0.0041 260.1 164.08"
              + " 2025-02-14T21:00:00Z",
          "yahoo/quote-AAPL-BABA.json AAPL USD NasdaqGS CLOSED 241.07 245.41 241.0 244.6 241.53 40896227"
              + " 3674405863424 38.763866 29.434416 6.31 1.0 0.0041 260.1 164.08"
              + " 2025-02-14T21:00:00Z",
          "yahoo/quote-AAPL-BABA.json BABA USD NYSE CLOSED 126.59 126.8 120.495 124.73 119.54 52086273"
              + " 302870626304 25.931395 12.637285 4.81 2.0 0.016 126.8 68.36"
              + " 2025-02-14T21:00:02Z",
          "yahoo/quote-AAPL-raw-2023.json AAPL USD NasdaqGS CLOSED 189.485 189.9175 188.28 189.46 187.87"
              + " 42235109 2962055495680 31.735346 28.662632 5.97 0.96 0.0051 198.23 124.17"
              + " 2023-09-01T20:00:01Z",
          // A fund without a price.
          "yahoo/quote-ADH.json ADH NOT_FOUND",
          // A symbol that Yahoo drops without a word.
          "yahoo/quote-SIX.json NOT-IN-IT -",
          "yahoo/quote-AMZN.json AMZN USD NasdaqGS CLOSED 229.22 229.79 227.23 228.68 230.37 27031084"
              + " 2423481958400 41.35262 37.18374 5.53 - - 242.52 151.61 2025-02-14T21:00:00Z",
          "yahoo/quote-BTC-USD.json BTC-USD USD CCC REGULAR 96137.88 96581.79 95934.96 96077.45 96137.88"
              + " 21228961792 1904783523840 - - - - - 109114.88 49121.24 2025-02-17T10:53:00Z",
          "yahoo/quote-MSFT-fields-beta.json MSFT - NasdaqGS CLOSED - - - 408.43 - - - - - - - - - -"
              + " 2025-02-14T21:00:00Z",
          "yahoo/quote-QQQ.json QQQ USD NasdaqGM CLOSED 536.0 538.84 535.67 538.15 535.9 17862572"
              + " 211546767360 35.07033 - 15.344879 - 0.0054 539.15 413.07 2025-02-14T21:00:01Z",
          "yahoo/quote-TSLA-fields-symbol-shortName.json TSLA - NasdaqGS CLOSED - - - 355.84 - - - - - -"
              + " - - - - 2025-02-14T21:00:01Z",
          "yahoo/quoteSummary-all-QQQ-etf.json X USD NasdaqGM PRE 538.38 538.4 525.71 526.12 537.23"
              + " 47093750 206817771520 34.286358 - - - - 540.81 413.07 2025-02-21T21:00:00Z",
          "yahoo/quoteSummary-price-AAPL.json X USD NasdaqGS PRE 245.965 248.69 245.22 245.55 245.83"
              + " 53197431 3688676720640 - - - - - - - 2025-02-21T21:00:02Z",
          "yahoo/quoteSummary-price-AMZN.json X USD NasdaqGS PRE 223.235 223.31 214.74 216.58 222.88"
              + " 55323850 2295249764352 - - - - - - - 2025-02-21T21:00:01Z",
          "yahoo/quoteSummary-price-GOOG.json X USD NasdaqGS PRE 187.275 187.45 181.13 181.58 186.64"
              + " 19520782 2200604246016 - - - - - - - 2025-02-21T21:00:00Z",
          "yahoo/quoteSummary-summaryDetail-AAPL.json X USD - - 245.965 248.69 245.22 1.0 245.83 53197431"
              + " 3688676720640 38.91442 29.548735 - 1.0 0.0041 260.1 164.08 2026-11-02T15:04:05Z",
          "yahoo/quoteSummary-summaryDetail-AMZN.json X USD - - 223.235 223.31 214.74 1.0 222.88 55323850"
              + " 2295249764352 39.235508 35.21626 - - - 242.52 151.61 2026-11-02T15:04:05Z",
          "yahoo/quoteSummary-defaultKeyStatistics-AAPL.json X - - - - - - 1.0 - - - - 29.80388 6.31 - - -"
              + " - 2026-11-02T15:04:05Z",
          "yahoo/quoteSummary-defaultKeyStatistics-AMZN.json X - - - - - - 1.0 - - - - 28.613062 5.52 - -"
              + " - - 2026-11-02T15:04:05Z",
          "yahoo/quoteSummary-defaultKeyStatistics-GOOG.json X - - - - - - 1.0 - - - - 17.734034 8.04 - -"
              + " - - 2026-11-02T15:04:05Z",
          "yahoo/quoteSummary-assetProfile-AAPL.json X - - - - - - 1.0 - - - - - - - - - -"
              + " 2026-11-02T15:04:05Z",
          "yahoo/quoteSummary-calendarEvents-AAPL.json X - - - - - - 1.0 - - - - - - - - - -"
              + " 2026-11-02T15:04:05Z",
          "yahoo/quoteSummary-financialData-AAPL.json X - - - - - - 1.0 - - - - - - - - - -"
              + " 2026-11-02T15:04:05Z",
          "finnhub/quote-AAPL.json X - - - 149.8 150.71 146.15 146.36 150.19 - - - - - - - - -"
              + " 2021-08-18T20:00:03Z",
          "finnhub/stock_profile2-AAPL.json X USD NASDAQ_NMS_-_GLOBAL_MARKET - - - - 1.0 - - 3287742607581 -"
              + " - - - - - - 2026-11-02T15:04:05Z",
          "finnhub/stock_metric-AAPL-2021.json X - - - - - - 1.0 - - 2034885000000 32.76743 - 3.6991 0.8075"
              + " 0.0067651 145.09 59.225 2026-11-02T15:04:05Z",
          // Documentation's example: its 52-week range, and nothing else of this dataset.
          "finnhub-doc/stock_metric-AAPL.json X - - - - - - 1.0 - - - - - - - - 310.43 149.22"
              + " 2026-11-02T15:04:05Z",
          "alphavantage/global_quote-trimmed.json X - - - 122.67 122.8 121.06 121.74 121.23 2528814 - - - - - - -"
              + " - 2020-05-08T20:00:00Z",
          "alphavantage/overview-AAPL.json X USD NASDAQ - - - - 1.0 - - 2824689943000 30.69 32.05 5.61 0.85"
              + " 0.0051 182.94 115.67 2026-10-30T20:00:00Z",
          "alphavantage/overview-IBM-2020.json X USD NYSE - - - - 1.0 - - 114234572800 14.1327 11.2867 8.811 6.52"
              + " 0.0529 158.75 90.56 2026-10-30T20:00:00Z");

  private static final Map<String, FailureKind> REFUSALS =
      Map.ofEntries(
          Map.entry("yahoo/quote-error-401-invalid-crumb.json", FailureKind.AUTHENTICATION),
          Map.entry("yahoo/quoteSummary-error-404-no-fundamentals.json", FailureKind.NOT_FOUND),
          Map.entry("yahoo/chart-error-400-range-before-listing.json", FailureKind.NOT_FOUND),
          Map.entry("yahoo/chart-error-404-delisted.json", FailureKind.NOT_FOUND),
          Map.entry("yahoo/error-429-too-many-requests.txt", FailureKind.RATE_LIMIT),
          Map.entry("finnhub/error-401-invalid-key.json", FailureKind.AUTHENTICATION),
          Map.entry("finnhub/error-403-no-access.json", FailureKind.AUTHENTICATION),
          Map.entry("finnhub/error-429-empty-token.txt", FailureKind.AUTHENTICATION),
          Map.entry("finnhub/error-429-limit-reached-2020.txt", FailureKind.RATE_LIMIT),
          Map.entry("alphavantage/error-200-error-message-apikey.json", FailureKind.AUTHENTICATION),
          Map.entry(
              "alphavantage/error-200-error-message-invalid-call.json", FailureKind.NOT_FOUND),
          Map.entry(
              "alphavantage/error-200-information-daily-limit-key-echoed.json", FailureKind.QUOTA),
          Map.entry("alphavantage/error-200-information-premium.json", FailureKind.AUTHENTICATION),
          Map.entry(
              "alphavantage/error-200-information-premium-2022.json", FailureKind.AUTHENTICATION),
          // A function of the paid plans, which gives made-up figures to everyone else.
          Map.entry(
              "alphavantage-doc/realtime_bulk_quotes-artificial-sample.json",
              FailureKind.AUTHENTICATION),
          // Functions that nobody here asks for: no price, or texts in the payload's place.
          Map.entry("alphavantage/sma-MSFT-15min-2017.json", FailureKind.MALFORMED),
          Map.entry("alphavantage/news_sentiment-3items.json", FailureKind.UNAVAILABLE),
          Map.entry("finnhub-doc/news-sentiment-V.json", FailureKind.NOT_FOUND),
          Map.entry(
              "alphavantage/overview-unknown-symbol-empty-object.json", FailureKind.NOT_FOUND));

  private RecordedFacts() {}

  /** The bodies that the tables know. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>(REFUSALS.keySet());
    QUOTES.forEach(facts -> names.add(facts.substring(0, facts.indexOf(' '))));
    return names;
  }

  static Optional<String> of(Recording recording, String symbol) {
    String start = recording.path() + " " + symbol + " ";
    return QUOTES.stream()
        .filter(facts -> facts.startsWith(start))
        .map(facts -> facts.substring(start.length()))
        .findFirst();
  }

  static boolean isRefusal(Recording recording) {
    return recording.name().contains("error-") || REFUSALS.containsKey(recording.path());
  }

  static Optional<FailureKind> refusal(Recording recording) {
    return Optional.ofNullable(REFUSALS.get(recording.path()));
  }

  /** A quote in the order and the spelling of the facts. */
  static String print(Quote.Builder quote) {
    return Stream.of(
            quote.getCurrency(),
            quote.getExchange() == null ? null : quote.getExchange().replace(' ', '_'),
            quote.getMarketState(),
            quote.getOpen(),
            quote.getHigh(),
            quote.getLow(),
            quote.getClose(),
            quote.getPreviousClose(),
            quote.getVolume(),
            quote.getMarketCap(),
            quote.getPeRatio(),
            quote.getForwardPe(),
            quote.getEps(),
            quote.getDividendRate(),
            quote.getDividendYield(),
            quote.getFiftyTwoWeekHigh(),
            quote.getFiftyTwoWeekLow(),
            quote.getEventTime())
        .map(value -> Objects.toString(value, "-"))
        .collect(Collectors.joining(" "));
  }
}
