package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.source.provider.SteppedTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private final SteppedTime time = new SteppedTime("2026-11-03T10:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "90",
        " 90 ",
        "Tue, 03 Nov 2026 10:01:30 GMT",
        "Tuesday, 03-Nov-26 10:01:30 GMT",
        "Tue Nov  3 10:01:30 2026"
      })
  void allFormsOfTheStandardAreRead(String text) {
    assertEquals(Optional.of(Duration.ofSeconds(90)), RetryAfter.parse(text, time));
  }

  @Test
  void theFractionOfTheClockIsKept() {
    time.pass(Duration.ofMillis(250));
    assertEquals(
        Optional.of(Duration.ofMillis(89_750)),
        RetryAfter.parse("Tue, 03 Nov 2026 10:01:30 GMT", time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "1.5",
        "soon",
        "99999999999999999999",
        "Tue, 03 Nov 2026 09:59:59 GMT",
        "Mon, 03 Nov 2026 10:01:30 GMT"
      })
  void whatNamesNoTimeAheadIsNone(String text) {
    assertEquals(Optional.empty(), RetryAfter.parse(text, time));
  }
}
