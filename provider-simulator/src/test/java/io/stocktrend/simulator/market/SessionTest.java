package io.stocktrend.simulator.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
    "2026-03-16T14:00:00Z, 2026-03-16",
    "2026-11-26T20:00:00Z, 2026-11-25",
    "2025-01-09T20:00:00Z, 2025-01-08"
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
  void theDayAfterThanksgivingClosesAtOneAfterTheHoliday() {
    Session wednesday = new Session(LocalDate.of(2026, 11, 25));
    Session friday = wednesday.next();
    assertEquals(LocalDate.of(2026, 11, 27), friday.date());
    assertEquals(Instant.parse("2026-11-27T18:00:00Z"), friday.close());
    assertEquals(210, friday.minutesAt(friday.close().plusSeconds(999)));
    assertEquals(wednesday.ordinal() + 2, friday.ordinal());
  }

  @Test
  void theClosedDaysAreThoseOfTheExchange() {
    List<String> closed =
        LocalDate.of(2026, 1, 1)
            .datesUntil(LocalDate.of(2027, 1, 1))
            .filter(day -> day.getDayOfWeek().getValue() < 6 && !Session.isHeld(day))
            .map(day -> day.toString().substring(5))
            .toList();
    assertEquals(
        List.of(
            "01-01", "01-19", "02-16", "04-03", "05-25", "06-19", "07-03", "09-07", "11-26",
            "12-25"),
        closed);
  }

  @Test
  void aNewYearOnASaturdayIsNotMovedAndGoodFridayMoves() {
    assertTrue(Session.isHeld(LocalDate.of(2021, 12, 31)));
    for (String friday : List.of("2015-04-03", "2019-04-19", "2024-03-29", "2025-04-18")) {
      assertFalse(Session.isHeld(LocalDate.parse(friday)), friday);
    }
  }

  @Test
  void thereIsNoSessionOnASaturday() {
    LocalDate saturday = LocalDate.of(2026, 3, 14);
    Exception refused = assertThrows(IllegalArgumentException.class, () -> new Session(saturday));
    assertEquals("no session on 2026-03-14: give a trading day", refused.getMessage());
  }
}
