package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  private static String read(String type, byte[] body) {
    return new Answer(200, Map.of("Content-Type", List.of(type)), body).text();
  }

  @Test
  void headersAreFoundInAnyCase() {
    Answer answer =
        new Answer(
            200, Map.of("set-cookie", List.of("A=1", "B=2"), "ETag", List.of("x")), new byte[0]);
    assertEquals(Optional.of("x"), answer.header("etag"));
    assertEquals(List.of("A=1", "B=2"), answer.headers("Set-Cookie"));
    assertEquals(Optional.empty(), answer.header("Location"));
  }

  @Test
  void textIsUtf8WhereNothingElseIsSaid() {
    byte[] body = "Türkiye".getBytes(StandardCharsets.UTF_8);
    assertEquals("Türkiye", new Answer(200, Map.of(), body).text());
    assertEquals("Türkiye", read("text/xml", body));
    assertEquals("Türkiye", read("text/xml; charset=no-such-thing", body));
    assertEquals("Türkiye", read("not a type", body));
  }

  @Test
  void textIsInTheCharsetOfItsType() {
    byte[] body = "Türkiye".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("Türkiye", read("text/html; charset=ISO-8859-1", body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
  void theByteOrderMarkDecidesAndIsTakenOff(String charset) {
    byte[] body = "\uFEFF<rss/>".getBytes(Charset.forName(charset));
    assertEquals("<rss/>", read("text/xml; charset=ISO-8859-1", body));
  }

  @Test
  void anEmptyBodyIsAnEmptyText() {
    assertEquals("", new Answer(204, Map.of(), new byte[0]).text());
  }

  @Test
  void theHeadersCannotBeChanged() {
    Answer answer = new Answer(200, Map.of("A", List.of("1")), new byte[0]);
    assertThrows(UnsupportedOperationException.class, () -> answer.headers().clear());
  }
}
