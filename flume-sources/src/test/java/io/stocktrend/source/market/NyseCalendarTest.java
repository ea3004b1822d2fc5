package io.stocktrend.source.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NyseCalendarTest {
  private static final String GOLDEN = "stocktrend.golden";
  private static final LocalTime FULL = LocalTime.of(16, 0);

  private final NyseCalendar calendar = NyseCalendar.packaged();

  private static Stream<LocalDate> weekdays(int from, int to) {
    return LocalDate.of(from, 1, 1)
        .datesUntil(LocalDate.of(to + 1, 1, 1))
        .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
  }

  private LocalTime close(LocalDate date) {
    return calendar.session(date).orElseThrow().close().atZone(NyseCalendar.ZONE).toLocalTime();
  }

  @Test
  void theClosedWeekdaysAreThoseOfTheReferenceListDayByDay() throws IOException {
    List<LocalDate> expected =
        SharedFolder.rows(GOLDEN, "nyse-closures-2015-2026.csv").stream()
            .map(row -> LocalDate.parse(row[0]))
            .toList();
    assertEquals(114, expected.size());
    assertEquals(expected, weekdays(2015, 2026).filter(d -> !calendar.isSession(d)).toList());
  }

  @Test
  void theEarlyClosesAreThoseOfTheReferenceListDayByDay() throws IOException {
    List<String> expected =
        SharedFolder.rows(GOLDEN, "nyse-early-closes-2015-2026.csv").stream()
            .map(row -> row[0] + " " + row[1])
            .toList();
    assertEquals(25, expected.size());
    List<String> early =
        weekdays(2015, 2026)
            .filter(calendar::isSession)
            .filter(d -> !close(d).equals(FULL))
            .map(d -> d + " " + close(d))
            .toList();
    assertEquals(expected, early);
  }

  @Test
  void theSessionsOfFiveYearsAreTheDaysOfWhichThereAreBars() throws IOException {
    TreeSet<LocalDate> traded =
        SharedFolder.rows("stocktrend.datasets", "sp500-daily-2016-05_2021-05.csv.gz").stream()
            .map(row -> LocalDate.parse(row[1]))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        List.copyOf(traded),
        traded.first().datesUntil(traded.last().plusDays(1)).filter(calendar::isSession).toList());
  }

  @Test
  void aYearHasItsHolidaysAndNoOthers() {
    assertEquals(
        Stream.of("01-01", "01-18", "02-15", "03-26", "05-31", "06-18", "07-05", "09-06", "11-25")
            .map(day -> LocalDate.parse("2027-" + day))
            .toList(),
        weekdays(2027, 2027)
            .filter(d -> !calendar.isSession(d) && d.getMonthValue() < 12)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-12-31", "2010-12-31", "2004-12-31", "2027-12-31"})
  void theFridayBeforeANewYearOnASaturdayIsASession(LocalDate friday) {
    assertTrue(calendar.isSession(friday));
    assertEquals(FULL, close(friday));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2000-04-21", "2008-03-21", "2011-04-22", "2019-04-19", "2038-04-23"})
  void goodFridayIsClosedHoweverEarlyOrLateEasterIs(LocalDate goodFriday) {
    assertFalse(calendar.isSession(goodFriday));
  }

  @Test
  void juneteenthIsKeptFrom2022On() {
    assertTrue(calendar.isSession(LocalDate.of(2020, 6, 19)));
    assertTrue(calendar.isSession(LocalDate.of(2021, 6, 18)));
    assertFalse(calendar.isSession(LocalDate.of(2022, 6, 20)), "a Sunday's, on Monday");
    assertFalse(calendar.isSession(LocalDate.of(2027, 6, 18)), "a Saturday's, on Friday");
  }

  @Test
  void noWeekendIsASession() {
    assertFalse(calendar.isSession(LocalDate.of(2026, 10, 31)));
    assertFalse(calendar.isSession(LocalDate.of(2026, 11, 1)));
    assertEquals(Optional.empty(), calendar.session(LocalDate.of(2026, 11, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-30, 2026-10-30T13:30:00Z, 2026-10-30T20:00:00Z",
    "2026-11-02, 2026-11-02T14:30:00Z, 2026-11-02T21:00:00Z",
    "2026-11-27, 2026-11-27T14:30:00Z, 2026-11-27T18:00:00Z",
    "2025-07-03, 2025-07-03T13:30:00Z, 2025-07-03T17:00:00Z",
    "2026-03-06, 2026-03-06T14:30:00Z, 2026-03-06T21:00:00Z",
    "2026-03-09, 2026-03-09T13:30:00Z, 2026-03-09T20:00:00Z"
  })
  void hoursFollowNewYorksClockAcrossSummerTime(LocalDate date, Instant open, Instant close) {
    assertEquals(Optional.of(new Session(date, open, close)), calendar.session(date));
  }

  @Test
  void theNeighboursOfADayAreSessionsWhateverTheDayItselfIs() {
    LocalDate thanksgiving = LocalDate.of(2026, 11, 26);
    assertEquals(LocalDate.of(2026, 11, 25), calendar.previous(thanksgiving).date());
    assertEquals(
        Instant.parse("2026-11-27T18:00:00Z"), calendar.next(thanksgiving).close(), "ends early");
    LocalDate friday = LocalDate.of(2025, 12, 26);
    assertEquals(LocalDate.of(2025, 12, 24), calendar.previous(friday).date());
    assertEquals(LocalDate.of(2025, 12, 29), calendar.next(friday).date());
    assertEquals(LocalDate.of(2001, 9, 17), calendar.next(LocalDate.of(2001, 9, 10)).date());
    assertEquals(LocalDate.of(2025, 12, 31), calendar.previous(LocalDate.of(2026, 1, 1)).date());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2004-06-11", "2007-01-02", "2012-10-29", "2018-12-05", "2025-01-09"})
  void daysOfMourningAndStormsAreKnownWithoutAFile(LocalDate closed) {
    assertFalse(calendar.isSession(closed));
    assertTrue(calendar.isSession(closed.minusDays(closed.getDayOfMonth() == 2 ? 4 : 7)));
  }

  @Test
  void aFileAddsAClosureAndTakesThePlaceOfTheKnownOnes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("closures.csv");
    Files.writeString(file, "# own\ndate,reason\n\n2026-11-04, a flood, and a storm\r\n2026-11-05");
    NyseCalendar own = NyseCalendar.withClosures(file);
    assertFalse(own.isSession(LocalDate.of(2026, 11, 4)));
    assertEquals(LocalDate.of(2026, 11, 6), own.next(LocalDate.of(2026, 11, 3)).date());
    assertTrue(own.isSession(LocalDate.of(2018, 12, 5)));
    assertFalse(own.isSession(LocalDate.of(2026, 12, 25)));
  }

  @Test
  void aLineWithoutADayIsRefusedByNameAndForm(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("closures.csv");
    Files.writeString(file, "date,reason\n5.12.2018,mourning\n");
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> NyseCalendar.withClosures(file));
    assertEquals(
        file + ": '5.12.2018,mourning' names no day: write date,reason, e.g. 2025-01-09,mourning",
        refusal.getMessage());
    assertThrows(
        NoSuchFileException.class, () -> NyseCalendar.withClosures(folder.resolve("none.csv")));
  }
}
