package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YahooSummaryTest {

  private static final String PATH = "/yahoo/v10/finance/quoteSummary/";

  @AutoClose private final Probe probe = Probe.open();

  @Test
  void plainFiguresAgreeWithTheQuoteAndAreFractions() {
    JsonNode quote = probe.quote("AAPL");
    JsonNode result = result("AAPL?modules=price,summaryDetail&formatted=false");
    JsonNode detail = result.path("summaryDetail");
    assertEquals(quote.path("regularMarketPrice"), result.at("/price/regularMarketPrice"));
    assertEquals(quote.path("marketCap"), detail.path("marketCap"));
    assertEquals(quote.path("fiftyTwoWeekHigh"), detail.path("fiftyTwoWeekHigh"));
    assertEquals(
        quote.path("dividendYield").asDouble() / 100,
        detail.path("dividendYield").asDouble(),
        1e-9);
    assertEquals(
        quote.path("regularMarketChangePercent").asDouble() / 100,
        result.at("/price/regularMarketChangePercent").asDouble(),
        1e-7);
  }

  @Test
  void figuresComeWithTheirTextUnlessPlainOnesAreAskedFor() {
    JsonNode formatted = result("AAPL?modules=summaryDetail").path("summaryDetail");
    JsonNode plain = result("AAPL?modules=summaryDetail&formatted=false").path("summaryDetail");
    assertEquals(plain.path("trailingPE"), formatted.at("/trailingPE/raw"));
    assertEquals(
        String.format(Locale.US, "%.2f", plain.path("trailingPE").asDouble()),
        formatted.at("/trailingPE/fmt").asText());
    assertEquals("USD", formatted.path("currency").asText());
  }

  @Test
  void onlyTheModulesAskedForCome() {
    JsonNode result = result("AAPL?modules=defaultKeyStatistics,assetProfile");
    assertEquals(1, result.size());
    assertTrue(result.at("/defaultKeyStatistics/52WeekChange/raw").isNumber());
  }

  @Test
  void whoPaysNoDividendHasNoDividendMembers() {
    JsonNode detail = result("AMZN?modules=summaryDetail").path("summaryDetail");
    assertFalse(detail.has("dividendYield"));
    assertFalse(detail.has("dividendRate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOPE?modules=price", "AAPL?modules=assetProfile", "BRK.B?modules=price"})
  void whatIsUnknownIsNotFound(String symbolAndQuery) {
    HttpResponse<String> answer = probe.withCrumb(PATH + symbolAndQuery);
    assertEquals(404, answer.statusCode());
    String description = Probe.parse(answer.body()).at("/quoteSummary/error/description").asText();
    assertTrue(description.startsWith("No fundamentals data found for any"), description);
  }

  private JsonNode result(String symbolAndQuery) {
    return Probe.parse(probe.withCrumb(PATH + symbolAndQuery).body()).at("/quoteSummary/result/0");
  }
}
