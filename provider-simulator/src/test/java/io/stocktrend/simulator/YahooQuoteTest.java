package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.simulator.market.Companies;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YahooQuoteTest {

  private static final String QUOTE = "/yahoo/v7/finance/quote?symbols=";

  @AutoClose private final Probe probe = Probe.open();

  @Test
  void severalSymbolsComeInOneAnswerAndUnknownOnesAreLeftOut() {
    JsonNode body = Probe.parse(probe.withCrumb(QUOTE + "AAPL,NOPE,brk-b,BRK.B").body());
    JsonNode result = body.at("/quoteResponse/result");
    assertEquals(2, result.size());
    assertEquals("AAPL", result.path(0).path("symbol").asText());
    assertEquals("BRK-B", result.path(1).path("symbol").asText());
    assertTrue(body.at("/quoteResponse/error").isNull());
  }

  @Test
  void onlyUnknownSymbolsGiveAnEmptyResult() {
    HttpResponse<String> answer = probe.withCrumb(QUOTE + "NOPE");
    assertEquals(200, answer.statusCode());
    assertEquals("{\"quoteResponse\":{\"result\":[],\"error\":null}}", answer.body());
  }

  @Test
  void theUnitsOfAQuoteDifferAsYahoosDo() {
    JsonNode quote = probe.quote("AAPL");
    double price = quote.path("regularMarketPrice").asDouble();
    double rate = quote.path("dividendRate").asDouble();
    double before = quote.path("regularMarketPreviousClose").asDouble();
    double low = quote.path("fiftyTwoWeekLow").asDouble();
    assertEquals(100 * rate / price, quote.path("dividendYield").asDouble(), 0.005);
    assertEquals(rate / price, quote.path("trailingAnnualDividendYield").asDouble(), 1e-6);
    assertEquals(
        100 * (price / before - 1), quote.path("regularMarketChangePercent").asDouble(), 1e-4);
    assertEquals(price / low - 1, quote.path("fiftyTwoWeekLowChangePercent").asDouble(), 1e-6);
  }

  @Test
  void whoPaysNoDividendHasNoDividendMembers() {
    JsonNode quote = probe.quote("AMZN");
    assertFalse(quote.has("dividendRate"));
    assertFalse(quote.has("dividendYield"));
    assertEquals(0, quote.path("trailingAnnualDividendRate").asDouble());
  }

  @Test
  void whoMakesALossHasNoTrailingPe() {
    JsonNode body = Probe.parse(probe.withCrumb(QUOTE + allSymbols()).body());
    int losses = 0;
    for (JsonNode quote : body.at("/quoteResponse/result")) {
      boolean loss = quote.path("epsTrailingTwelveMonths").asDouble() < 0;
      assertEquals(!loss, quote.has("trailingPE"), quote.path("symbol").asText());
      losses += loss ? 1 : 0;
    }
    assertEquals(503, body.at("/quoteResponse/result").size());
    assertTrue(losses > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-11T07:59:59Z, CLOSED",
    "2026-03-11T08:00:00Z, PRE",
    "2026-03-11T13:30:00Z, REGULAR",
    "2026-03-11T20:00:00Z, POST",
    "2026-03-12T00:00:00Z, CLOSED",
    "2026-03-14T15:00:00Z, CLOSED"
  })
  void theMarketStateFollowsTheClock(Instant now, String state) throws Exception {
    try (Probe later = Probe.at(now)) {
      assertEquals(state, later.quote("AAPL").path("marketState").asText());
    }
  }

  @Test
  void figuresAreMarkedAsSynthetic() {
    JsonNode quote = probe.quote("AAPL");
    assertEquals("Synthetic", quote.path("quoteSourceName").asText());
    assertEquals("Apple Inc. (synthetic)", quote.path("longName").asText());
  }

  private static String allSymbols() {
    Companies all = Companies.seeded(7);
    return String.join(",", all.all().stream().map(c -> c.symbol().replace('.', '-')).toList());
  }
}
