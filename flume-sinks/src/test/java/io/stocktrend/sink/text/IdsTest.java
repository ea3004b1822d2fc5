package io.stocktrend.sink.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading back the ids, also from files that others wrote. */
final class IdsTest {
  private static List<String> csv(String text) throws IOException {
    List<String> ids = new ArrayList<>();
    CsvIds.read(stream(text), ids::add);
    return ids;
  }

  private static List<String> json(String text) throws IOException {
    List<String> ids = new ArrayList<>();
    JsonIds.read(stream(text), ids::add);
    return ids;
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void csvIdsAreFoundByTheirHeaderWhateverTheLinesEndWith() throws IOException {
    assertEquals(
        List.of("1", "a\"\n,b"), csv("x,record_id\r\n,1\r\n\"q\"\"\r\n\",\"a\"\"\n,b\"\r\n"));
    assertEquals(List.of("1", ""), csv("record_id,x\n1,\n\"\",2\n"));
    assertEquals(List.of(), csv("record_id,x\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a,b\n1,2\n",
        "record_id,b\n1,2",
        "record_id,b\n1,\"2\n",
        "record_id,b\n1",
        "b,record_id\n1\n",
        "record_id,b\n\"1\"x,2\n",
        "PAR1"
      })
  void whatIsNoWholeCsvPartIsAnError(String text) {
    assertThrows(IOException.class, () -> csv(text));
  }

  @Test
  void jsonIdsAreFoundWhereverTheyStand() throws IOException {
    assertEquals(
        List.of("1", "ü\u0000"),
        json(
            "{\"a\":{\"record_id\":\"no\"},\"b\":[1,{}],\"record_id\":\"1\"}\n"
                + "{\"record_id\": \"ü\\u0000\", \"a\": null}"));
    assertEquals(List.of(), json(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"record_id\":\"1\"",
        "{\"record_id\":\"1\"}\n{\"rec",
        "{\"a\":1}",
        "{\"record_id\":null}",
        "[]",
        "PAR1"
      })
  void whatAreNoWholeJsonLinesIsAnError(String text) {
    assertThrows(IOException.class, () -> json(text));
  }
}
