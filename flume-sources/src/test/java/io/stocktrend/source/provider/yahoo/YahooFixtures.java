package io.stocktrend.source.provider.yahoo;

import io.stocktrend.source.provider.QuoteBench;
import java.io.IOException;
import java.nio.file.Path;

/** Answers in Yahoo's shape with made-up values. */
final class YahooFixtures {
  static final String INVALID_CRUMB =
      """
      {"finance":{"result":null,"error":{"code":"Unauthorized","description":"Invalid Crumb"}}}""";

  private YahooFixtures() {}

  /** The provider, whose server gives it a crumb. */
  static QuoteBench bench(Path folder) throws IOException {
    return new QuoteBench(
        folder,
        server -> new YahooQuoteProvider(server.withCrumb("cRu/mb.11").access("yahoo", "")));
  }

  /** A refusal in that member. */
  static String error(String wrapper, String code) {
    return "{\""
        + wrapper
        + "\":{\"result\":null,\"error\":{\"code\":\""
        + code
        + "\",\"description\":\"why\"}}}";
  }

  /** An object in which nothing is missing. */
  static String whole(String symbol) {
    return """
        {"language":"en-US","quoteType":"EQUITY","symbol":"%s","currency":"USD",
         "exchange":"NMS","fullExchangeName":"NasdaqGS","marketState":"REGULAR",
         "regularMarketOpen":100.5,"regularMarketDayHigh":104.25,"regularMarketDayLow":99.75,
         "regularMarketPrice":103,"regularMarketPreviousClose":101.5,
         "regularMarketVolume":1234567,"regularMarketTime":1793631845,
         "regularMarketChangePercent":1.48,"marketCap":987654321000,"trailingPE":25.5,
         "forwardPE":22.25,"epsTrailingTwelveMonths":4.04,"dividendRate":1.2,
         "dividendYield":1.17,"trailingAnnualDividendYield":0.0112,
         "fiftyTwoWeekHigh":120.5,"fiftyTwoWeekLow":80.25}"""
        .formatted(symbol);
  }

  static String quotes(String... objects) {
    return "{\"quoteResponse\":{\"result\":[" + String.join(",", objects) + "],\"error\":null}}";
  }

  static String summary(String modules) {
    return "{\"quoteSummary\":{\"result\":[{" + modules + "}],\"error\":null}}";
  }

  static String chart(String result) {
    return "{\"chart\":{\"result\":[" + result + "],\"error\":null}}";
  }
}
