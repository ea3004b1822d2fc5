package io.stocktrend.source.http;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The providers, their limits and their URLs, where {@code providers.properties} says nothing. */
final class ProviderDefaults {
  /** Limits that a provider states are kept; where none is stated, a polite guest's. */
  static final List<ProviderSettings> LIMITS =
      List.of(
          limits("yahoo", 2, 0, 0),
          limits("alphavantage", 1, 5, 25),
          limits("finnhub", 30, 60, 0),
          limits("newsapi", 1, 0, 100),
          limits("fred", 2, 120, 0),
          limits("worldbank", 2, 60, 0),
          limits("federalreserve", 1, 30, 0),
          limits("treasury", 1, 30, 0));

  static final Map<String, String> URLS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("yahoo.baseUrl", "https://query1.finance.yahoo.com"),
              Map.entry("yahoo.cookieUrl", "https://fc.yahoo.com"),
              Map.entry("alphavantage.baseUrl", "https://www.alphavantage.co"),
              Map.entry("finnhub.baseUrl", "https://finnhub.io/api/v1"),
              Map.entry("newsapi.baseUrl", "https://newsapi.org/v2"),
              Map.entry("fred.baseUrl", "https://api.stlouisfed.org/fred"),
              Map.entry("worldbank.baseUrl", "https://api.worldbank.org/v2"),
              Map.entry("federalreserve.baseUrl", "https://www.federalreserve.gov"),
              Map.entry(
                  "treasury.fiscalDataUrl",
                  "https://api.fiscaldata.treasury.gov/services/api/fiscal_service"),
              Map.entry(
                  "treasury.ratesUrl",
                  "https://home.treasury.gov/resource-center/data-chart-center/interest-rates"),
              Map.entry("treasury.directUrl", "https://www.treasurydirect.gov/TA_WS")));

  private ProviderDefaults() {}

  private static ProviderSettings limits(String provider, double second, int minute, int day) {
    return new ProviderSettings(
        provider, second, minute, day, ZoneOffset.UTC, Duration.ofSeconds(30), 4);
  }
}
