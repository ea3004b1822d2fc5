package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.RecordId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the weeks bring after the first run, by the simulator's calendar. */
class PolicyWeeksTest {
  private static final Instant FIRST = Instant.parse("2026-11-02T09:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir Path folder;
  private PolicyRig rig;
  private List<Announcement> first;

  @BeforeEach
  void open() throws Exception {
    rig = new PolicyRig(folder, FIRST.toString());
    first = rig.start(Map.of()).now();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void nothingIsAskedBeforeTheNextMondayAtNine() throws Exception {
    long asked = rig.simulator.requests().size();
    assertEquals(List.of(), rig.at("2026-11-09T08:59:59Z"));
    assertEquals(asked, rig.simulator.requests().size());

    assertFalse(rig.at("2026-11-09T09:00:00Z").isEmpty());
  }

  @Test
  void anAuctionThatWasHeldIsANewVersionFromTheTimeOfItsResults() throws Exception {
    Announcement announced = auction(first);
    Announcement held = auction(rig.at("2026-11-09T09:00:00Z"));

    assertFalse(announced.getValues().containsKey("high_discount_rate"));
    assertTrue(held.getValues().containsKey("high_discount_rate"));
    assertEquals(
        RecordId.naturalKey(announced.getRecordId()), RecordId.naturalKey(held.getRecordId()));
    assertEquals(Instant.parse("2026-10-29T15:00:00Z"), announced.getKnownAt());
    assertEquals(Instant.parse("2026-11-02T16:33:00Z"), held.getKnownAt());
  }

  private static Announcement auction(List<Announcement> rows) {
    return PolicyRig.of("TREASURY_AUCTION", rows).stream()
        .filter(row -> row.getStartsOn().equals(LocalDate.parse("2026-11-02")))
        .filter(row -> row.getTitle().startsWith("13-Week"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMeetingComesOnceAndItsStatementAndMinutesWhenTheyAreOut() throws Exception {
    List<Announcement> rows = weeks(11);

    Announcement statement = PolicyRig.of("FOMC_STATEMENT", rows).get(0);
    assertEquals(1, PolicyRig.of("FOMC_STATEMENT", rows).size());
    assertEquals(LocalDate.parse("2026-12-15"), statement.getStartsOn());
    assertEquals(Instant.parse("2026-12-16T19:00:00Z"), statement.getKnownAt());
    assertEquals(Instant.parse("2026-12-21T09:00:00Z"), statement.getCollectedAt());
    assertEquals(0.25, statement.getRateUpper() - statement.getRateLower());
    assertEquals(
        List.of(Instant.parse("2026-11-18T23:00:00Z"), Instant.parse("2027-01-06T23:00:00Z")),
        PolicyRig.of("FOMC_MINUTES", rows).stream().map(Announcement::getKnownAt).toList());
  }

  @Test
  void theNextYearsMeetingsComeWithTheNewYearAndAreKnownFromThen() throws Exception {
    List<Announcement> meetings = PolicyRig.of("FOMC_MEETING", weeks(11));

    assertEquals(10, meetings.size(), "eight meetings, an unscheduled and a cancelled one");
    for (Announcement meeting : meetings) {
      assertEquals(2028, meeting.getStartsOn().getYear());
      assertEquals(Instant.parse("2027-01-04T09:00:00Z"), meeting.getKnownAt());
    }
  }

  @Test
  void everyDayOfTheYearTurnIsThereOnceAndKnownInTime() throws Exception {
    List<Announcement> rows = new ArrayList<>(first);
    rows.addAll(weeks(11));

    Map<String, Announcement> byKey = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (Announcement row : rows) {
      assertTrue(ids.add(row.getRecordId()), row::getRecordId);
      assertFalse(row.getKnownAt().isAfter(row.getCollectedAt()), row::getRecordId);
      Announcement before = byKey.put(RecordId.naturalKey(row.getRecordId()), row);
      assertTrue(
          before == null || before.getKnownAt().isBefore(row.getKnownAt()), row::getRecordId);
      assertTrue(before == null || row.getKind().equals("TREASURY_AUCTION"), row::getRecordId);
    }
    // 3 November to 15 January: 54 weekdays without Christmas and New Year's Day.
    assertEquals(
        52,
        PolicyRig.of("TREASURY_YIELD_CURVE", List.copyOf(byKey.values())).stream()
            .filter(row -> !row.getStartsOn().isBefore(LocalDate.parse("2026-11-03")))
            .count());
  }

  @Test
  void aRequestReachesBackToTheNewestRowAndSomeWeeksMore() throws Exception {
    rig.at("2026-11-09T09:00:00Z");

    List<String> starts =
        rig.simulator.requests().stream()
            .filter(request -> request.route().equals("treasury.auctions"))
            .map(request -> request.query().get("startDate"))
            .toList();
    assertEquals(List.of("2025-11-02", "2026-09-18"), starts);
  }

  private List<Announcement> weeks(int count) throws Exception {
    List<Announcement> rows = new ArrayList<>();
    for (int week = 1; week <= count; week++) {
      rows.addAll(rig.at(FIRST.plus(WEEK.multipliedBy(week)).toString()));
    }
    return rows;
  }
}
