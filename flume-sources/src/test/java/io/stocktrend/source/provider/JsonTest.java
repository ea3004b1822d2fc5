package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"12.5", "\"12.5\"", "\" 12.50 \"", "{\"raw\":12.5,\"fmt\":\"12.5\"}", "1.25e1"})
  void aNumberMayBeWrittenInManyWays(String json) {
    assertEquals(12.5, Json.number(node(json)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\"None\"",
        "\"NONE\"",
        "\"-\"",
        "\".\"",
        "\"N/A\"",
        "\"NaN\"",
        "\"Infinity\"",
        "Infinity",
        "-Infinity",
        "NaN",
        "{}",
        "{\"raw\":null}",
        "{\"raw\":{\"raw\":1}}",
        "[]",
        "[1]",
        "true",
        "1e999",
        "-1e999999999",
        "\"1e999999999\"",
        "1e-999999999",
        "\"0.41%\"",
        "\"12.5 USD\""
      })
  void whatIsNoNumberIsUnknown(String json) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertNull(Json.number(node(json)));
          assertNull(Json.count(node(json)));
          assertNull(Json.millions(node(json)));
          assertNull(Json.percent(node(json)));
          assertNull(Json.epochSeconds(node(json)));
        });
  }

  @Test
  void zeroAndLessAreUnknownWhereTheyCannotBe() {
    assertNull(Json.positive(node("0")));
    assertNull(Json.positive(node("-3.5")));
    assertNull(Json.size(node("0")));
    assertNull(Json.size(node("\"0.2\"")));
    assertNull(Json.millions(node("0")));
    assertNull(Json.millions(node("-7")));
    assertNull(Json.ratio(node("0.0")));
    assertNull(Json.notNegative(node("-0.01")));
    assertNull(Json.count(node("-1")));
    assertNull(Json.percent(node("-0.4")));
  }

  @Test
  void zeroAndLessAreKeptWhereTheySaySomething() {
    assertEquals(0L, Json.count(node("0")));
    assertEquals(0.0, Json.notNegative(node("\"0\"")));
    assertEquals(-4.25, Json.ratio(node("-4.25")));
    assertEquals(-4.25, Json.number(node("\"-4.25\"")));
  }

  @ParameterizedTest
  @CsvSource({"0.41,0.0041", "100,1.0", "\"3.3\",0.033"})
  void aPercentageBecomesAFractionWithoutRoundingErrors(String json, double fraction) {
    assertEquals(fraction, Json.percent(node(json)));
  }

  @Test
  void millionsAreRoundedToWholeUnits() {
    assertEquals(1_234_567_890_123L, Json.millions(node("1234567.8901234")));
    assertNull(Json.millions(node("9223372036855")), "more than a long holds");
  }

  @Test
  void aTimeThatNoClockShowsIsUnknown() {
    assertEquals(Instant.parse("2026-11-02T15:04:05Z"), Json.epochSeconds(node("1793631845")));
    assertEquals(Instant.parse("2026-11-02T15:04:05Z"), Json.epochSeconds(node("\"1793631845\"")));
    assertNull(Json.epochSeconds(node("0")));
    assertNull(Json.epochSeconds(node("9223372036854775807")));
    assertNull(Json.epochSeconds(node("\"2026-11-02\"")));
  }

  @Test
  void aTextThatSaysNothingIsUnknown() {
    assertEquals("USD", Json.text(node("\" USD \"")));
    assertNull(Json.text(node("\"None\"")));
    assertNull(Json.text(node("7")));
    assertNull(Json.text(node("{\"raw\":\"USD\"}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<html></html>", "{\"a\":", "{} {}", "[1,]", "Too Many"})
  void whatIsNotOneWholeJsonIsNone(String body) {
    assertTrue(Json.tryParse(answer(body)).isEmpty());
  }

  @Test
  void aBodyThatIsNestedWithoutEndIsNone() {
    assertTrue(Json.tryParse(answer("[".repeat(1_000_000))).isEmpty());
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheBody() {
    assertEquals(1, Json.tryParse(answer("\uFEFF{\"a\":1}")).orElseThrow().path("a").intValue());
  }

  private static JsonNode node(String json) {
    return Json.tryParse(answer("[" + json + "]")).orElseThrow().path(0);
  }

  private static Answer answer(String body) {
    return new Answer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
