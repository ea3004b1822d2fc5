package io.stocktrend.source.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.record.Quote;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.market.Session;
import io.stocktrend.source.provider.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Reads Alpha Vantage's objects, in which every value is a text and {@code None} is unknown. A
 * quote has a day but no time: it is that of the session's close, or now while the session runs.
 */
final class AlphaVantageQuoteReader {
  private static final LocalTime USUAL_CLOSE = LocalTime.of(16, 0);

  private final NyseCalendar calendar;

  AlphaVantageQuoteReader(NyseCalendar calendar) {
    this.calendar = calendar;
  }

  Quote.Builder fromGlobalQuote(String symbol, JsonNode node, Instant now) {
    Quote.Builder quote =
        Quote.newBuilder()
            .setProvider(AlphaVantageAnswers.PROVIDER)
            .setSymbol(symbol)
            .setOpen(Json.positive(node.path("02. open")))
            .setHigh(Json.positive(node.path("03. high")))
            .setLow(Json.positive(node.path("04. low")))
            .setClose(Json.positive(node.path("05. price")))
            .setVolume(Json.count(node.path("06. volume")))
            .setPreviousClose(Json.positive(node.path("08. previous close")));
    String day = Json.text(node.path("07. latest trading day"));
    if (day != null) {
      setTime(quote, day, now);
    }
    return quote;
  }

  private void setTime(Quote.Builder quote, String day, Instant now) {
    try {
      LocalDate date = LocalDate.parse(day);
      Instant close = calendar.session(date).map(Session::close).orElseGet(() -> usualClose(date));
      boolean isToday = date.equals(LocalDate.ofInstant(now, NyseCalendar.ZONE));
      quote.setEventTime(isToday && close.isAfter(now) ? now : close);
    } catch (DateTimeException e) {
      // A day that is none leaves the time unknown, for which the quote is refused.
      quote.clearEventTime();
    }
  }

  /** For a day that the provider calls one of trading and the calendar does not. */
  private static Instant usualClose(LocalDate date) {
    return date.atTime(USUAL_CLOSE).atZone(NyseCalendar.ZONE).toInstant();
  }

  static void addOverview(Quote.Builder quote, JsonNode overview) {
    quote
        .setCurrency(Json.text(overview.path("Currency")))
        .setExchange(Json.text(overview.path("Exchange")))
        .setMarketCap(Json.size(overview.path("MarketCapitalization")))
        .setPeRatio(Json.ratio(overview.path("PERatio")))
        .setForwardPe(Json.ratio(overview.path("ForwardPE")))
        .setEps(Json.number(overview.path("EPS")))
        .setDividendRate(Json.notNegative(overview.path("DividendPerShare")))
        .setDividendYield(Json.notNegative(overview.path("DividendYield")))
        .setFiftyTwoWeekHigh(Json.positive(overview.path("52WeekHigh")))
        .setFiftyTwoWeekLow(Json.positive(overview.path("52WeekLow")));
  }
}
