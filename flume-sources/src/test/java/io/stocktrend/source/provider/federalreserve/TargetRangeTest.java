package io.stocktrend.source.provider.federalreserve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRangeTest {
  private static final String RATE = "target range for the federal funds rate ";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "at 1/4 to 1/2 percent; 0.25; 0.5",
        "at 0 to 1/4 percent; 0; 0.25",
        "at 3-1/2 to 3\u20113/4 percent; 3.5; 3.75",
        "to 4-3/4 to 5 percent; 4.75; 5",
        "of 5 1/4 to 5 1/2 percent; 5.25; 5.5",
        "by 1/2 percentage point, to 4\u20113/4 to 5 percent; 4.75; 5",
        "by 1/4 percentage point to 4\u2013\u00BC to 4\u00BD percent; 4.25; 4.5",
        "at 5\u00A0to\u00A05\u20111/4\u00A0percent; 5; 5.25",
        "at 4.25 percent to 4.50 percent; 4.25; 4.5",
        "at \u00BD to \u00BE percent; 0.5; 0.75",
      })
  void everyWordingGivesTheRangeInPercent(String words, double lower, double upper) {
    assertEquals(
        Optional.of(new TargetRange(lower, upper)),
        TargetRange.find("decided to set the " + RATE + words));
  }

  @Test
  void theRangeThatDissentersPreferredIsNotTheDecision() {
    String text =
        "The Committee decided to lower the "
            + RATE
            + "by 1/4 percentage point to 3 to 3-1/4 percent. Voting against was one who preferred"
            + " to maintain the "
            + RATE
            + "at 3-1/4 to 3-1/2 percent.";
    assertEquals(Optional.of(new TargetRange(3, 3.25)), TargetRange.find(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "the Committee will assess the stance of policy",
        "inflation at the rate of 2 percent over the longer run",
        RATE + "at 1/2 to 1/4 percent",
        RATE + "at 100 to 200 percent",
      })
  void aTextThatDecidesOnNoneHasNone(String text) {
    assertEquals(Optional.empty(), TargetRange.find(text));
  }
}
