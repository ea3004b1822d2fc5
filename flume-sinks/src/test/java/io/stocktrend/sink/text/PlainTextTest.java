package io.stocktrend.sink.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, dates and times. */
final class PlainTextTest {
  private final TextBuffer out = new TextBuffer(1);
  private final NumberText numbers = new NumberText();
  private final TimeText times = new TimeText();

  private String text() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    out.drainTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "231, 231.0",
    "-231.25, -231.25",
    "0, 0.0",
    "-0.0, -0.0",
    "0.0041, 0.0041",
    "0.00001, 0.00001",
    "0.000001234, 1.234E-6",
    "1e-9, 1.0E-9",
    "3400000000000, 3400000000000.0",
    "1.25e17, 1.25E17",
    "1.0e300, 1.0E300",
    "12345678.9, 12345678.9"
  })
  void doubles(double value, String expected) throws IOException {
    numbers.put(out, value);
    assertEquals(expected, text());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsRefused(double value) {
    assertThrows(IllegalArgumentException.class, () -> numbers.put(out, value));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, 7, -10, 99, 100, 999_999_999_999_999_999L, Long.MAX_VALUE, Long.MIN_VALUE})
  void wholeNumbers(long value) throws IOException {
    NumberText.put(out, value);
    assertEquals(Long.toString(value), text());
  }

  @Test
  void timesReadBackWithTheirMicroseconds() throws IOException {
    times.putTime(out, 0);
    assertEquals("1970-01-01T00:00:00.000000Z", text());
    Random random = new Random(7);
    long end = Instant.parse("9999-12-31T23:59:59.999999Z").getEpochSecond();
    for (int i = 0; i < 2000; i++) {
      long micros = random.nextLong() % (end * 1_000_000);
      micros = i % 2 == 0 ? micros : micros % 1_000_000_000;
      if (micros < Instant.parse("0000-01-01T00:00:00Z").getEpochSecond() * 1_000_000) {
        continue;
      }
      times.putTime(out, micros);
      assertEquals(micros, Reading.micros(text()));
    }
  }

  @Test
  void datesAreIso() throws IOException {
    times.putDate(out, LocalDate.parse("2024-02-29").toEpochDay());
    assertEquals("2024-02-29", text());
    times.putDate(out, LocalDate.parse("0001-01-01").toEpochDay());
    assertEquals("0001-01-01", text());
  }

  @Test
  void aYearWithoutFourDigitsIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> times.putTime(out, Long.MAX_VALUE));
    assertEquals("the year 294247 is not 0000 to 9999", refusal.getMessage());
  }
}
