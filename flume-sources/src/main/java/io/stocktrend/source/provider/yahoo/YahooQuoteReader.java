package io.stocktrend.source.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.record.Quote;
import io.stocktrend.source.provider.Json;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads quotes out of Yahoo's objects into our units. Traps: {@code dividendYield} is percent in a
 * quote and a fraction in a summary; unknown members are absent; a number may be {@code {raw,
 * fmt}}.
 */
final class YahooQuoteReader {
  private YahooQuoteReader() {}

  /** What an object of {@code quoteResponse.result} says. */
  static Quote.Builder fromQuote(String symbol, JsonNode node) {
    Quote.Builder quote =
        Quote.newBuilder()
            .setProvider(YahooAnswers.PROVIDER)
            .setSymbol(symbol)
            .setCurrency(Json.text(node.path("currency")))
            .setExchange(firstText(node.path("fullExchangeName"), node.path("exchange")))
            .setMarketState(Json.text(node.path("marketState")))
            .setOpen(Json.positive(node.path("regularMarketOpen")))
            .setHigh(Json.positive(node.path("regularMarketDayHigh")))
            .setLow(Json.positive(node.path("regularMarketDayLow")))
            .setClose(Json.positive(node.path("regularMarketPrice")))
            .setPreviousClose(Json.positive(node.path("regularMarketPreviousClose")))
            .setVolume(Json.count(node.path("regularMarketVolume")))
            .setMarketCap(Json.size(node.path("marketCap")))
            .setPeRatio(Json.ratio(node.path("trailingPE")))
            .setForwardPe(Json.ratio(node.path("forwardPE")))
            .setEps(Json.number(node.path("epsTrailingTwelveMonths")))
            .setDividendRate(Json.notNegative(node.path("dividendRate")))
            .setDividendYield(Json.percent(node.path("dividendYield")))
            .setFiftyTwoWeekHigh(Json.positive(node.path("fiftyTwoWeekHigh")))
            .setFiftyTwoWeekLow(Json.positive(node.path("fiftyTwoWeekLow")));
    fillTime(quote, node.path("regularMarketTime"));
    return quote;
  }

  /** Fills what is unknown from an object of {@code quoteSummary.result}. */
  static void fillFromSummary(Quote.Builder quote, JsonNode summary) {
    JsonNode price = summary.path("price");
    JsonNode detail = summary.path("summaryDetail");
    JsonNode statistics = summary.path("defaultKeyStatistics");
    fill(
        quote.getCurrency(),
        quote::setCurrency,
        () -> firstText(price.path("currency"), detail.path("currency")));
    fill(quote.getExchange(), quote::setExchange, () -> Json.text(price.path("exchangeName")));
    fill(quote.getMarketState(), quote::setMarketState, () -> Json.text(price.path("marketState")));
    fillSession(quote, price, detail);
    fill(quote.getMarketCap(), quote::setMarketCap, () -> Json.size(price.path("marketCap")));
    fill(quote.getMarketCap(), quote::setMarketCap, () -> Json.size(detail.path("marketCap")));
    fill(quote.getPeRatio(), quote::setPeRatio, () -> Json.ratio(detail.path("trailingPE")));
    fill(quote.getForwardPe(), quote::setForwardPe, () -> Json.ratio(detail.path("forwardPE")));
    fill(quote.getForwardPe(), quote::setForwardPe, () -> Json.ratio(statistics.path("forwardPE")));
    fill(quote.getEps(), quote::setEps, () -> Json.number(statistics.path("trailingEps")));
    fill(
        quote.getDividendRate(),
        quote::setDividendRate,
        () -> Json.notNegative(detail.path("dividendRate")));
    fill(
        quote.getDividendYield(),
        quote::setDividendYield,
        () -> Json.notNegative(detail.path("dividendYield")));
    fillYear(quote, detail);
    fillTime(quote, price.path("regularMarketTime"));
  }

  private static void fillSession(Quote.Builder quote, JsonNode price, JsonNode detail) {
    fill(quote.getOpen(), quote::setOpen, () -> positive(price, detail, "regularMarketOpen"));
    fill(quote.getHigh(), quote::setHigh, () -> positive(price, detail, "regularMarketDayHigh"));
    fill(quote.getLow(), quote::setLow, () -> positive(price, detail, "regularMarketDayLow"));
    fill(quote.getClose(), quote::setClose, () -> positive(price, detail, "regularMarketPrice"));
    fill(
        quote.getPreviousClose(),
        quote::setPreviousClose,
        () -> positive(price, detail, "regularMarketPreviousClose"));
    fill(quote.getVolume(), quote::setVolume, () -> Json.count(price.path("regularMarketVolume")));
    fill(quote.getVolume(), quote::setVolume, () -> Json.count(detail.path("regularMarketVolume")));
  }

  /** Fills what is unknown from an object of {@code chart.result} of one day. */
  static void fillFromChart(Quote.Builder quote, JsonNode chart) {
    JsonNode meta = chart.path("meta");
    JsonNode bars = chart.path("indicators").path("quote").path(0);
    fill(quote.getCurrency(), quote::setCurrency, () -> Json.text(meta.path("currency")));
    fill(quote.getExchange(), quote::setExchange, () -> Json.text(meta.path("fullExchangeName")));
    fill(quote.getOpen(), quote::setOpen, () -> Json.positive(bars.path("open").path(0)));
    fill(quote.getHigh(), quote::setHigh, () -> Json.positive(meta.path("regularMarketDayHigh")));
    fill(quote.getLow(), quote::setLow, () -> Json.positive(meta.path("regularMarketDayLow")));
    fill(quote.getClose(), quote::setClose, () -> Json.positive(meta.path("regularMarketPrice")));
    fill(
        quote.getPreviousClose(),
        quote::setPreviousClose,
        () -> Json.positive(meta.path("previousClose")));
    fill(quote.getVolume(), quote::setVolume, () -> Json.count(meta.path("regularMarketVolume")));
    fillYear(quote, meta);
    fillTime(quote, meta.path("regularMarketTime"));
  }

  /** Whether a column is unknown that some other answer may know. */
  static boolean isIncomplete(Quote.Builder quote) {
    return lacksSession(quote)
        || Stream.of(
                quote.getMarketState(),
                quote.getMarketCap(),
                quote.getPeRatio(),
                quote.getForwardPe(),
                quote.getEps(),
                quote.getDividendRate(),
                quote.getDividendYield())
            .anyMatch(Objects::isNull);
  }

  /** Whether a column is unknown that a chart would know. */
  static boolean lacksSession(Quote.Builder quote) {
    return !quote.hasEventTime()
        || Stream.of(
                quote.getCurrency(),
                quote.getExchange(),
                quote.getOpen(),
                quote.getHigh(),
                quote.getLow(),
                quote.getClose(),
                quote.getPreviousClose(),
                quote.getVolume(),
                quote.getFiftyTwoWeekHigh(),
                quote.getFiftyTwoWeekLow())
            .anyMatch(Objects::isNull);
  }

  private static void fillYear(Quote.Builder quote, JsonNode node) {
    fill(
        quote.getFiftyTwoWeekHigh(),
        quote::setFiftyTwoWeekHigh,
        () -> Json.positive(node.path("fiftyTwoWeekHigh")));
    fill(
        quote.getFiftyTwoWeekLow(),
        quote::setFiftyTwoWeekLow,
        () -> Json.positive(node.path("fiftyTwoWeekLow")));
  }

  private static void fillTime(Quote.Builder quote, JsonNode epochSeconds) {
    Instant time = Json.epochSeconds(epochSeconds);
    if (time != null && !quote.hasEventTime()) {
      quote.setEventTime(time);
    }
  }

  private static <T> void fill(T known, Consumer<T> set, Supplier<T> other) {
    if (known == null) {
      set.accept(other.get());
    }
  }

  private static Double positive(JsonNode price, JsonNode detail, String member) {
    Double value = Json.positive(price.path(member));
    return value == null ? Json.positive(detail.path(member)) : value;
  }

  private static String firstText(JsonNode first, JsonNode second) {
    String text = Json.text(first);
    return text == null ? Json.text(second) : text;
  }
}
