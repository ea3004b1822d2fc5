package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaVantageTest {

  private static final String PATH = "/alphavantage/query?apikey=k&function=";

  @AutoClose private final Probe probe = Probe.open();

  @Test
  void everyValueOfAQuoteIsText() {
    JsonNode quote = probe.json(PATH + "GLOBAL_QUOTE&symbol=AAPL").path("Global Quote");
    assertEquals(10, quote.size());
    quote.forEach(value -> assertTrue(value.isTextual(), value.toString()));
    assertTrue(quote.path("05. price").asText().matches("\\d+\\.\\d{4}"));
    assertTrue(quote.path("10. change percent").asText().matches("-?\\d+\\.\\d{4}%"));
    assertEquals("2026-03-11", quote.path("07. latest trading day").asText());
  }

  @Test
  void everyValueOfAnOverviewIsTextAndYieldsAreFractions() {
    JsonNode overview = probe.json(PATH + "OVERVIEW&symbol=AAPL");
    overview.forEach(value -> assertTrue(value.isTextual(), value.toString()));
    double price = price("AAPL");
    assertEquals(1.04 / price, overview.path("DividendYield").asDouble(), 1e-6);
    assertEquals(price * 14_900e6, overview.path("MarketCapitalization").asDouble(), 1);
  }

  @Test
  void whatIsMissingIsTheTextNone() {
    JsonNode overview = probe.json(PATH + "OVERVIEW&symbol=AMZN");
    assertEquals("None", overview.path("DividendPerShare").asText());
    assertEquals("None", overview.path("DividendDate").asText());
    assertEquals("0", overview.path("DividendYield").asText());
  }

  @ParameterizedTest
  @CsvSource({"GLOBAL_QUOTE, {\"Global Quote\":{}}", "OVERVIEW, {}"})
  void anUnknownSymbolIsAnEmptyAnswer(String function, String body) {
    assertEquals(body, probe.get(PATH + function + "&symbol=NOPE").body());
  }

  @Test
  void aMissingKeyIsAnErrorMessageWithStatusTwoHundred() {
    String path = "/alphavantage/query?function=OVERVIEW&symbol=AAPL";
    assertEquals(200, probe.get(path).statusCode());
    String message = probe.json(path).path("Error Message").asText();
    assertTrue(message.startsWith("the parameter apikey is invalid or missing."), message);
  }

  @Test
  void anUnknownFunctionIsAnErrorMessage() {
    JsonNode answer = probe.json(PATH + "NOPE&symbol=AAPL");
    assertEquals("This API function (NOPE) does not exist.", answer.path("Error Message").asText());
  }

  private double price(String symbol) {
    return probe
        .json(PATH + "GLOBAL_QUOTE&symbol=" + symbol)
        .at("/Global Quote/05. price")
        .asDouble();
  }
}
