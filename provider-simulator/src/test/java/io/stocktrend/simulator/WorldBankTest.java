package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldBankTest {

  private static final String PATH = "/worldbank/v2/country/%s/indicator/%s?format=json";

  private Probe probe;

  @BeforeEach
  void start() throws Exception {
    probe = Probe.at(Probe.OPEN);
  }

  @AfterEach
  void stop() {
    probe.close();
  }

  @Test
  void anAnswerIsAnArrayOfTwoWithTheNewestYearFirst() {
    JsonNode answer = get("USA", "NY.GDP.MKTP.CD");
    assertEquals(2, answer.size());
    assertEquals(answer.at("/0/total").asInt(), answer.path(1).size());
    assertEquals("2025", answer.at("/1/0/date").asText());
    assertEquals("USA", answer.at("/1/0/countryiso3code").asText());
  }

  @Test
  void aYearThatIsNotOutIsNull() {
    assertTrue(get("USA", "FP.CPI.TOTL.ZG").at("/1/0/value").isNull());
    assertTrue(get("USA", "FP.CPI.TOTL.ZG").at("/1/1/value").isNumber());
  }

  @Test
  void countriesDiffer() {
    assertNotEquals(
        get("USA", "NY.GDP.MKTP.CD").at("/1/3/value"),
        get("DEU", "NY.GDP.MKTP.CD").at("/1/3/value"));
  }

  @Test
  void pagesFollowEachOther() {
    JsonNode page = probe.json(PATH.formatted("USA", "NY.GDP.PCAP.CD") + "&per_page=4&page=2");
    assertEquals(get("USA", "NY.GDP.PCAP.CD").at("/1/4"), page.at("/1/0"));
    assertEquals(4, page.path(1).size());
    assertEquals(3, page.at("/0/pages").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"USA/indicator/NO.SUCH", "USA;DEU/indicator/NY.GDP.MKTP.CD", "XXX/x"})
  void aRefusalIsAnArrayOfOneWithStatus200(String path) {
    String url = "/worldbank/v2/country/" + path.replace(";", "%3B") + "?format=json";
    assertEquals(200, probe.get(url).statusCode());
    assertEquals(1, probe.json(url).size());
    assertEquals("120", probe.json(url).at("/0/message/0/id").asText());
  }

  private JsonNode get(String country, String indicator) {
    return probe.json(PATH.formatted(country, indicator));
  }
}
