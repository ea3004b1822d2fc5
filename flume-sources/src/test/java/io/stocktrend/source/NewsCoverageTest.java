package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewsCoverageTest {
  private static final Instant ONE = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant TWO = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant THREE = Instant.parse("2026-11-03T00:00:00Z");
  private static final Instant FOUR = Instant.parse("2026-11-04T00:00:00Z");

  @Test
  void aWholeAnswerMovesItOn() {
    assertEquals(NewsCoverage.none(TWO), NewsCoverage.none(ONE).after(ONE, TWO));
  }

  @Test
  void anAnswerNeverTakesItBack() {
    assertEquals(NewsCoverage.none(TWO), NewsCoverage.none(TWO).after(TWO, ONE));
  }

  @Test
  void whatACutAnswerLeftOutIsAskedForNext() {
    NewsCoverage cut = NewsCoverage.none(ONE).after(THREE, FOUR);
    assertEquals(new NewsCoverage(ONE, THREE, FOUR), cut);
    assertEquals(Optional.of(THREE), cut.end());
    NewsCoverage smaller = cut.after(TWO, TWO);
    assertEquals(new NewsCoverage(ONE, TWO, FOUR), smaller);
    assertEquals(NewsCoverage.none(FOUR), smaller.after(ONE, ONE), "the gap is closed");
  }

  @Test
  void aGapThatDoesNotGetSmallerIsGivenUp() {
    NewsCoverage gap = new NewsCoverage(ONE, THREE, FOUR);
    assertEquals(NewsCoverage.none(FOUR), gap.after(THREE, FOUR));
  }

  @Test
  void itIsReadAsItWasWritten() {
    for (NewsCoverage each :
        new NewsCoverage[] {NewsCoverage.none(ONE), new NewsCoverage(ONE, TWO, THREE)}) {
      assertEquals(each, NewsCoverage.parse(each.print()));
    }
    assertEquals(Optional.empty(), NewsCoverage.parse(ONE.toString()).end());
  }
}
