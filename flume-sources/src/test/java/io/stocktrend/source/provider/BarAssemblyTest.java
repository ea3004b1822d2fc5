package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.market.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarAssemblyTest {
  private static final NyseCalendar CALENDAR = NyseCalendar.packaged();
  private static final BarValues VALUES = new BarValues(10.0, 12.0, 9.0, 11.0, 5L, null);

  /** The day after Thanksgiving, which ends at 13:00 in New York, and a whole Monday. */
  private static final Session SHORT = session("2026-11-27");

  private static final Session MONDAY = session("2026-11-02");

  @ParameterizedTest
  @CsvSource({
    "2026-11-27, 2026-11-27T17:59:59Z, running 2026-11-27T17:59:50Z",
    "2026-11-27, 2026-11-27T18:00:00Z, none",
    "2026-11-27, 2026-11-27T18:14:59Z, none",
    "2026-11-27, 2026-11-27T18:15:00Z, final 2026-11-27T18:00:00Z",
    "2026-11-02, 2026-11-02T18:15:00Z, running 2026-11-02T18:15:00Z",
    "2026-11-02, 2026-11-02T21:15:00Z, final 2026-11-02T21:00:00Z",
    "2026-10-30, 2026-10-30T20:15:00Z, final 2026-10-30T20:00:00Z",
    "2026-10-30, 2026-10-30T13:29:59Z, none"
  })
  void aBarRunsUntilTheCloseAndIsFinalOnceItHasSettled(String day, Instant now, String expected) {
    BarAssembly assembly = new BarAssembly(now, Instant.parse("2026-11-27T17:59:50Z"));
    Session session = session(day);
    assembly.add(new BarSlot(session.open(), session.close()), VALUES);
    String actual =
        assembly.bars().stream()
            .map(bar -> (bar.isFinal() ? "final " : "running ") + bar.knownAt())
            .findFirst()
            .orElse("none");
    assertEquals(expected, actual);
  }

  @Test
  void hoursAreCountedFromTheOpenAndEndAtTheClose() {
    assertEquals(
        Optional.of(
            new BarSlot(
                Instant.parse("2026-11-02T20:30:00Z"), Instant.parse("2026-11-02T21:00:00Z"))),
        BarSlot.at(Instant.parse("2026-11-02T20:59:59Z"), MONDAY, BarInterval.HOURLY));
    assertEquals(
        Optional.of(
            new BarSlot(
                Instant.parse("2026-11-27T17:30:00Z"), Instant.parse("2026-11-27T18:00:00Z"))),
        BarSlot.at(Instant.parse("2026-11-27T17:30:00Z"), SHORT, BarInterval.HOURLY));
    for (String outside : List.of("2026-11-02T14:29:59Z", "2026-11-02T21:00:00Z")) {
      assertTrue(BarSlot.at(Instant.parse(outside), MONDAY, BarInterval.HOURLY).isEmpty(), outside);
    }
  }

  @Test
  void ofTwoRowsOfOneBarTheOneWithMoreVolumeStays() {
    BarAssembly assembly = new BarAssembly(Instant.parse("2026-11-03T00:00:00Z"), null);
    BarSlot slot = new BarSlot(MONDAY.open(), MONDAY.close());
    for (Long volume : new Long[] {7L, 8L, null, 3L}) {
      assembly.add(slot, new BarValues(10.0, 12.0, 9.0, 11.0, volume, null));
    }
    assertEquals(8L, assembly.bars().get(0).values().volume());
    assertEquals(1, assembly.bars().size());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "10, 12, 9, 11, 10, 12, 9",
        "13, 12, 9, 11, -, 12, 9",
        "8, 12, 9, 11, -, 12, 9",
        "10, 10.5, 9, 11, 10, -, 9",
        "11.5, 12, 11.2, 11, 11.5, 12, -",
        "10, 9, 12, 11, 10, -, -",
        "-, -, -, 11, -, -, -"
      })
  void whatTheRestOfABarContradictsIsUnknown(
      Double open, Double high, Double low, double close, Double o, Double h, Double l) {
    assertEquals(
        new BarValues(o, h, l, close, 1L, null),
        new BarValues(open, high, low, close, 1L, null).consistent());
  }

  private static Session session(String day) {
    return CALENDAR.session(LocalDate.parse(day)).orElseThrow();
  }
}
