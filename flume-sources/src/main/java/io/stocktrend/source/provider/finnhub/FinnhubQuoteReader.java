package io.stocktrend.source.provider.finnhub;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.record.Quote;
import io.stocktrend.source.provider.Json;
import java.time.Instant;
import java.util.function.Function;

/**
 * Reads Finnhub's objects into our units. Traps: market capitalisation in millions, yields in
 * percent, names of the same metric that have changed over the years, zeros for an unknown symbol.
 */
final class FinnhubQuoteReader {
  private FinnhubQuoteReader() {}

  static Quote.Builder fromQuote(String symbol, JsonNode node) {
    Quote.Builder quote =
        Quote.newBuilder()
            .setProvider(FinnhubAnswers.PROVIDER)
            .setSymbol(symbol)
            .setOpen(Json.positive(node.path("o")))
            .setHigh(Json.positive(node.path("h")))
            .setLow(Json.positive(node.path("l")))
            .setClose(Json.positive(node.path("c")))
            .setPreviousClose(Json.positive(node.path("pc")));
    Instant time = Json.epochSeconds(node.path("t"));
    return time == null ? quote : quote.setEventTime(time);
  }

  static void addProfile(Quote.Builder quote, JsonNode profile) {
    quote
        .setCurrency(Json.text(profile.path("currency")))
        .setExchange(Json.text(profile.path("exchange")))
        .setMarketCap(Json.millions(profile.path("marketCapitalization")));
  }

  static void addMetric(Quote.Builder quote, JsonNode metric) {
    if (quote.getMarketCap() == null) {
      quote.setMarketCap(Json.millions(metric.path("marketCapitalization")));
    }
    addValuation(quote, metric);
    addDividends(quote, metric);
    quote
        .setFiftyTwoWeekHigh(Json.positive(metric.path("52WeekHigh")))
        .setFiftyTwoWeekLow(Json.positive(metric.path("52WeekLow")));
  }

  private static void addValuation(Quote.Builder quote, JsonNode metric) {
    quote
        .setPeRatio(
            first(
                metric,
                Json::ratio,
                "peTTM",
                "peInclExtraTTM",
                "peExclExtraTTM",
                "peBasicExclExtraTTM",
                "peNormalizedAnnual"))
        .setForwardPe(first(metric, Json::ratio, "forwardPE", "peForward"))
        .setEps(
            first(
                metric,
                Json::number,
                "epsTTM",
                "epsInclExtraItemsTTM",
                "epsExclExtraItemsTTM",
                "epsBasicExclExtraItemsTTM"));
  }

  private static void addDividends(Quote.Builder quote, JsonNode metric) {
    quote
        .setDividendRate(
            first(
                metric,
                Json::notNegative,
                "dividendIndicatedAnnual",
                "dividendPerShareTTM",
                "dividendsPerShareTTM",
                "dividendPerShareAnnual"))
        .setDividendYield(
            first(
                metric, Json::percent, "dividendYieldIndicatedAnnual", "currentDividendYieldTTM"));
  }

  private static <T> T first(JsonNode node, Function<JsonNode, T> read, String... members) {
    for (String member : members) {
      T value = read.apply(node.path(member));
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
