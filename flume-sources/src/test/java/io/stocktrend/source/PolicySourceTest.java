package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Announcement;
import io.stocktrend.source.provider.NewYork;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole source over the simulated Federal Reserve and Treasury, week after week. */
class PolicySourceTest {
  private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
  private static final Map<String, String> HOURLY = Map.of("schedule", "0 * * * *");
  private static final List<String> KINDS =
      List.of(
          "FED_PRESS_RELEASE",
          "FED_SPEECH",
          "FOMC_MEETING",
          "FOMC_MINUTES",
          "FOMC_STATEMENT",
          "TREASURY_AUCTION",
          "TREASURY_DEBT",
          "TREASURY_INTEREST_RATE",
          "TREASURY_YIELD_CURVE");

  @TempDir Path folder;
  private PolicyRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new PolicyRig(folder, MONDAY.toString());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theFirstRunBringsEveryKindAsFarBackAsItGoes() throws Exception {
    List<Announcement> rows = rig.start(Map.of()).now();

    assertEquals(KINDS, kinds(rows));
    // Seven years of eight meetings, four notation votes, two unscheduled and two cancelled rows.
    assertEquals(64, PolicyRig.of("FOMC_MEETING", rows).size());
    assertEquals(47, PolicyRig.of("FOMC_STATEMENT", rows).size());
    assertEquals(LocalDate.parse("2025-11-03"), first("TREASURY_YIELD_CURVE", rows));
    assertEquals(LocalDate.parse("2025-11-03"), first("TREASURY_DEBT", rows));
  }

  @Test
  void noRowIsKnownBeforeItCouldBeOrAfterItWasCollected() throws Exception {
    Set<String> ids = new HashSet<>();
    for (Announcement row : rig.start(Map.of()).now()) {
      assertTrue(ids.add(row.getRecordId()), row::getRecordId);
      assertEquals(MONDAY, row.getCollectedAt());
      assertFalse(row.getKnownAt().isAfter(MONDAY), row::getRecordId);
      assertFalse(row.getKnownAt().isBefore(earliest(row)), row::getRecordId);
    }
  }

  /** Told by the simulator's own rules, not by the source's. */
  private static Instant earliest(Announcement row) {
    return switch (row.getKind()) {
      case "TREASURY_YIELD_CURVE" -> NewYork.at(row.getStartsOn().atTime(17, 30));
      case "TREASURY_DEBT" -> NewYork.at(row.getStartsOn().plusDays(1).atTime(16, 0));
      case "TREASURY_INTEREST_RATE" -> NewYork.at(row.getStartsOn().plusDays(8).atTime(12, 0));
      case "TREASURY_AUCTION" ->
          row.getValues().containsKey("bid_to_cover_ratio")
              ? NewYork.at(row.getStartsOn().atTime(11, 33))
              : NewYork.at(row.getStartsOn().minusDays(6).atTime(11, 0));
      case "FOMC_MEETING" ->
          row.getSummary() == null && row.getEndsOn().atStartOfDay().isBefore(local(MONDAY))
              ? NewYork.at(row.getEndsOn().atTime(14, 0))
              : MONDAY;
      default -> row.getEventTime();
    };
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, NewYork.ZONE);
  }

  @Test
  void aQuietSecondRunAsksAndEmitsNothing() throws Exception {
    rig.start(HOURLY).now();
    long statements = rig.requests("federalreserve.release");

    assertEquals(List.of(), rig.at("2026-11-02T10:00:00Z"));
    assertEquals(2, rig.requests("treasury.auctions"));
    assertEquals(statements, rig.requests("federalreserve.release"), "known ones stay unasked");
  }

  @Test
  void aRestartRemembersWhatWasEmitted() throws Exception {
    rig.start(HOURLY).now();
    rig.restart(HOURLY);

    assertEquals(List.of(), rig.at("2026-11-02T10:00:00Z"));
    assertEquals(2, rig.requests("federalreserve.press"));
  }

  @Test
  void onlyTheKindsThatAreNamedAreAskedFor() throws Exception {
    List<Announcement> rows =
        rig.start(Map.of("kinds", "treasury_debt, FED_SPEECH", "symbols", "IBM", "lookback", "10d"))
            .now();

    assertEquals(List.of("FED_SPEECH", "TREASURY_DEBT"), kinds(rows));
    assertEquals(List.of("IBM"), rows.get(0).getRelatedSymbols());
    assertEquals(LocalDate.parse("2026-10-23"), first("TREASURY_DEBT", rows));
    assertEquals(2, rig.simulator.requests().size());
  }

  @Test
  void aProviderThatIsNotNamedIsNotAsked() throws Exception {
    List<Announcement> rows = rig.start(Map.of("providers", "treasury")).now();

    assertTrue(rows.stream().allMatch(row -> row.getProvider().equals("treasury")));
    assertEquals(0, rig.requests("federalreserve.calendar"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kinds; FOMC_MEETNG; kinds = 'FOMC_MEETNG' is not allowed: give a list of",
        "kinds; FED_SPEECH; kinds = 'FED_SPEECH' is not allowed: give a list of",
        "kinds; ','; kinds = ',' is not allowed: give a list of what treasury named",
        "lookback; 1h; lookback = '1h' is not allowed: give a duration",
        "kind; FED_SPEECH; the key kind is unknown: did you mean 'kinds'?",
      })
  void aWrongValueIsRefusedWithWhatIsAllowed(String key, String value, String message) {
    PolicySource source = new PolicySource(rig.time.timing());
    source.setName("policy");
    Map<String, String> settings = rig.settings(Map.of("providers", "treasury", key, value));

    String refusal =
        assertThrows(ConfigurationException.class, () -> source.configure(Bench.context(settings)))
            .getMessage();

    assertTrue(refusal.startsWith("source policy: " + message), refusal);
  }

  private static List<String> kinds(List<Announcement> rows) {
    Set<String> kinds = new TreeSet<>();
    rows.forEach(row -> kinds.add(row.getKind()));
    return List.copyOf(kinds);
  }

  private static LocalDate first(String kind, List<Announcement> rows) {
    return PolicyRig.of(kind, rows).stream()
        .map(Announcement::getStartsOn)
        .min(LocalDate::compareTo)
        .orElseThrow();
  }
}
