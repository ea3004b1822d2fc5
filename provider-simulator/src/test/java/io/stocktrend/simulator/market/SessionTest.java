package io.stocktrend.simulator.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {

  private static final Session WEDNESDAY = new Session(LocalDate.of(2026, 3, 11));

  @ParameterizedTest
  @CsvSource({
    "2026-03-11T13:29:59Z, 2026-03-10",
    "2026-03-11T13:30:00Z, 2026-03-11",
    "2026-03-12T03:00:00Z, 2026-03-11",
    "2026-03-14T15:00:00Z, 2026-03-13",
    "2026-03-15T15:00:00Z, 2026-03-13",
    "2026-03-16T13:00:00Z, 2026-03-13",
    "2026-03-16T14:00:00Z, 2026-03-16"
  })
  void theLastSessionIsTheOneThatOpenedLast(Instant now, LocalDate expected) {
    assertEquals(expected, Session.lastAt(now).date());
  }

  @Test
  void theOpenIsHalfPastNineInNewYorkInSummerAndWinter() {
    assertEquals(Instant.parse("2026-03-11T13:30:00Z"), WEDNESDAY.open());
    assertEquals(
        Instant.parse("2026-01-14T14:30:00Z"), new Session(LocalDate.of(2026, 1, 14)).open());
  }

  @Test
  void aSessionRunsFromItsOpenUntilJustBeforeItsClose() {
    assertFalse(WEDNESDAY.isRunningAt(WEDNESDAY.open().minusMillis(1)));
    assertTrue(WEDNESDAY.isRunningAt(WEDNESDAY.open()));
    assertTrue(WEDNESDAY.isRunningAt(WEDNESDAY.close().minusMillis(1)));
    assertFalse(WEDNESDAY.isRunningAt(WEDNESDAY.close()));
  }

  @Test
  void minutesAreCountedWithinTheSessionOnly() {
    assertEquals(0, WEDNESDAY.minutesAt(WEDNESDAY.open().minusSeconds(999)));
    assertEquals(1, WEDNESDAY.minutesAt(WEDNESDAY.open().plusSeconds(119)));
    assertEquals(Session.MINUTES, WEDNESDAY.minutesAt(WEDNESDAY.close().plusSeconds(999)));
  }

  @Test
  void steppingBackOneByOneIsSteppingBackAtOnce() {
    Session stepped = WEDNESDAY;
    for (int steps = 1; steps <= 12; steps++) {
      stepped = stepped.previous();
      assertEquals(stepped, WEDNESDAY.minus(steps));
      assertEquals(WEDNESDAY.ordinal() - steps, stepped.ordinal());
    }
  }

  @Test
  void theNextSessionSkipsTheWeekend() {
    Session friday = new Session(LocalDate.of(2026, 3, 13));
    assertEquals(LocalDate.of(2026, 3, 16), friday.next().date());
    assertEquals(friday, friday.next().previous());
  }

  @Test
  void thereIsNoSessionOnASaturday() {
    LocalDate saturday = LocalDate.of(2026, 3, 14);
    Exception refused = assertThrows(IllegalArgumentException.class, () -> new Session(saturday));
    assertEquals("no session on 2026-03-14: give a weekday", refused.getMessage());
  }
}
