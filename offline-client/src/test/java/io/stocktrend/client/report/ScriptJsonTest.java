package io.stocktrend.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptJsonTest {
  private final StringWriter written = new StringWriter();
  private final ScriptJson json = new ScriptJson(written);

  @Test
  void membersAndItemsAreSeparated() throws Exception {
    json.object().name("a").value(1L).name("b").array().value("x").value(null).array().end();
    json.end().name("c").object().end().end();
    assertEquals("{\"a\":1,\"b\":[\"x\",null,[]],\"c\":{}}", written.toString());
  }

  @Test
  void listsMapsAndDatesAreWritten() throws Exception {
    json.value(
        Arrays.asList(true, List.of(), Map.of("10Y", 4.21), LocalDate.parse("2026-11-20"), null));
    assertEquals("[true,[],{\"10Y\":4.21},\"2026-11-20\",null]", written.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "17016.0, 17016",
    "123.4567891234, 123.4568",
    "8.0E10, 8E+10",
    "-0.0, 0",
    "NaN, null",
    "-Infinity, null"
  })
  void numbersHaveSevenDigits(double value, String expected) throws Exception {
    json.value(value);
    assertEquals(expected, written.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "</script>, \\u003c/script\\u003e",
    "a&b, a\\u0026b",
    "\"\\, \\\"\\\\",
    "é\u2028\u0007x, é\\u2028\\u0007x",
    "\ud83d\ude00, \\ud83d\\ude00"
  })
  void textsCannotEndTheScript(String text, String expected) throws Exception {
    json.value(text);
    assertEquals("\"" + expected + "\"", written.toString());
  }
}
