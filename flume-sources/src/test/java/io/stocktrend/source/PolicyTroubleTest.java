package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.RecordId;
import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.source.provider.LogTape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one address's misbehaviour costs: its own rows, for as long as it lasts. */
class PolicyTroubleTest {
  private static final String START = "2026-11-02T09:00:00Z";
  private static final Map<String, String> HOURLY = Map.of("schedule", "0 * * * *");

  private static final Set<String> healthy = new TreeSet<>();

  @TempDir Path folder;
  private PolicyRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new PolicyRig(folder, START);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aDeadKindIsAskedForAgainAloneUntilItAnswers() throws Exception {
    rig.simulator.inject(Fault.on("treasury.debt", FaultKind.STATUS).with("status", 503));
    try (LogTape tape = new LogTape()) {
      List<Announcement> rows = rig.start(Map.of()).now();
      assertEquals(List.of(), PolicyRig.of("TREASURY_DEBT", rows));
      assertEquals(8, kinds(rows).size());
      assertEquals(1, tape.lines("WARN", "No complete answer of treasury|TREASURY_DEBT").size());
    }
    rig.simulator.clearFaults();
    rig.time.pass(Duration.ofMinutes(2));

    assertEquals(Set.of("TREASURY_DEBT"), kinds(rig.now()));
    assertEquals(1, rig.requests("treasury.auctions"));
    assertEquals(1, rig.requests("federalreserve.press"));
  }

  @Test
  void aPageOfMaintenanceCostsTheFedsKindsOnly() throws Exception {
    rig.simulator.inject(Fault.on("federalreserve.*", FaultKind.HTML));

    Set<String> kinds = kinds(rig.start(Map.of()).now());

    assertEquals(4, kinds.size());
    assertTrue(kinds.stream().allMatch(kind -> kind.startsWith("TREASURY_")), kinds::toString);
    rig.simulator.clearFaults();
    rig.time.pass(Duration.ofMinutes(2));
    assertEquals(5, kinds(rig.now()).size());
  }

  @Test
  void statementsThatWereReadStayReadWhenALaterPageFails() throws Exception {
    rig.simulator.inject(
        Fault.on("federalreserve.release", FaultKind.STATUS).with("status", 500).after(10));
    int before = PolicyRig.of("FOMC_STATEMENT", rig.start(Map.of()).now()).size();
    rig.simulator.clearFaults();
    rig.time.pass(Duration.ofMinutes(2));
    int after = PolicyRig.of("FOMC_STATEMENT", rig.now()).size();

    assertEquals(10, before);
    assertEquals(37, after);
    // Two attempts at the eleventh page, and each page once.
    assertEquals(47 + 2, rig.requests("federalreserve.release"));
  }

  @ParameterizedTest
  @CsvSource({
    "federalreserve.calendar, STATUS",
    "federalreserve.calendar, HTML",
    "federalreserve.calendar, CUT",
    "federalreserve.calendar, TRUNCATED",
    "federalreserve.calendar, EMPTY",
    "federalreserve.press, HTML",
    "federalreserve.press, TRUNCATED",
    "federalreserve.press, EMPTY",
    "federalreserve.speeches, CUT",
    "federalreserve.speeches, NOTE",
    "federalreserve.release, HTML",
    "federalreserve.release, TRUNCATED",
    "federalreserve.release, EMPTY",
    "treasury.curve, HTML",
    "treasury.curve, TRUNCATED",
    "treasury.curve, EMPTY",
    "treasury.rates, HTML",
    "treasury.rates, NOTE",
    "treasury.debt, TRUNCATED",
    "treasury.debt, EMPTY",
    "treasury.auctions, TRUNCATED",
    "treasury.auctions, INFORMATION",
    "treasury.auctions, EMPTY",
  })
  void whatMisbehavesBringsNoWrongRowAndNoneIsMissingLater(String route, FaultKind kind)
      throws Exception {
    Set<String> all = healthyKeys();
    Fault fault = Fault.on(route, kind);
    rig.simulator.inject(kind == FaultKind.STATUS ? fault.with("status", 500) : fault);
    Set<String> obtained = keys(rig.start(HOURLY).now());
    assertEquals(Set.of(), without(obtained, all), "rows that are not there when it is healthy");
    assertTrue(obtained.size() < all.size(), "the rule acted");

    rig.simulator.clearFaults();
    obtained.addAll(keys(rig.at("2026-11-02T10:00:00Z")));
    // A provider that failed often is left alone for a minute, even if it is well again.
    obtained.addAll(keys(rig.at("2026-11-02T10:05:00Z")));
    assertEquals(Set.of(), without(all, obtained), "rows that never came");
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  /** The same for every case, so it is asked for once. */
  private Set<String> healthyKeys() throws Exception {
    if (healthy.isEmpty()) {
      Path own = Files.createTempDirectory(folder, "healthy");
      try (PolicyRig other = new PolicyRig(own, START)) {
        healthy.addAll(keys(other.start(HOURLY).now()));
      }
    }
    return healthy;
  }

  private static Set<String> keys(List<Announcement> rows) {
    Set<String> keys = new TreeSet<>();
    rows.forEach(row -> keys.add(RecordId.naturalKey(row.getRecordId())));
    return keys;
  }

  private static Set<String> kinds(List<Announcement> rows) {
    Set<String> kinds = new TreeSet<>();
    rows.forEach(row -> kinds.add(row.getKind()));
    return kinds;
  }
}
