package io.stocktrend.source;

import static io.stocktrend.source.MacroBench.GDP;
import static io.stocktrend.source.MacroBench.UNEMPLOYMENT;
import static io.stocktrend.source.MacroBench.facts;
import static io.stocktrend.source.MacroBench.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.source.provider.LogTape;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole source against the simulator: providers that fail, and keys that are missing. */
class MacroTroubleTest {
  @TempDir Path folder;
  private MacroBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new MacroBench(folder, "2026-11-02T10:00:00Z");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whileFredFailsAnotherProviderServesWhatItHas() throws Exception {
    bench.simulator.inject(Fault.on("fred.*", FaultKind.STATUS).with("status", "503"));
    bench.with("apiKey.alphavantage", "k").indicators(GDP, UNEMPLOYMENT[0], UNEMPLOYMENT[1]);
    List<GenericRecord> rows = bench.start().run();
    assertEquals(Set.of("unemployment_rate alphavantage UNEMPLOYMENT null"), facts(rows));
    assertEquals(texts(rows, "collected_at"), texts(rows, "known_at"), "seen for the first time");
    bench.simulator.clearFaults();
    List<GenericRecord> later = bench.runAt("2026-11-02T13:00:00Z");
    assertEquals(Set.of("gdp fred GDP 9999-12-31"), facts(later), "the rest of the round");
  }

  @Test
  void fredsVintagesFollowOnceItServesAgainAndNoOlderCopyAfterThem() throws Exception {
    bench.simulator.inject(Fault.on("fred.*", FaultKind.STATUS).with("status", "503"));
    bench.with("apiKey.alphavantage", "k").indicators(UNEMPLOYMENT).start();
    int current = bench.run().size();
    bench.simulator.clearFaults();
    List<GenericRecord> vintages = bench.runAt("2026-11-03T09:00:00Z");
    assertEquals(Set.of("unemployment_rate fred UNRATE 9999-12-31"), facts(vintages));
    assertTrue(vintages.size() >= current, "each date that Alpha Vantage had, as it was released");
    bench.simulator.inject(Fault.on("fred.*", FaultKind.STATUS).with("status", "503"));
    assertEquals(List.of(), bench.runAt("2026-11-04T09:00:00Z"));
    assertEquals(
        List.of("2026-10-01 alphavantage null"),
        texts(
            bench.runAt("2026-11-13T09:00:00Z"), "observation_date", "provider", "realtime_start"),
        "a date that FRED has not told yet");
  }

  @Test
  void withoutAKeyForFredTheOthersServe() throws Exception {
    bench.settings.remove("apiKey.fred");
    try (LogTape tape = new LogTape()) {
      bench.with("country", "DEU").start();
      assertEquals(1, tape.lines("WARN", "there is no key for fred and alphavantage").size());
      assertEquals(Set.of("worldbank"), new TreeSet<>(texts(bench.run(), "provider")));
    }
  }

  @Test
  void indicatorsThatNoProviderIsLeftForAreNamed() throws Exception {
    bench.settings.remove("apiKey.fred");
    bench.with("apiKey.alphavantage", "k").indicators(GDP, UNEMPLOYMENT[0], UNEMPLOYMENT[1]);
    try (LogTape tape = new LogTape()) {
      bench.start();
      assertEquals(1, tape.lines("WARN", "No provider is left for [gdp of USA].").size());
    }
  }

  @Test
  void aRefusedKeyIsTriedThreeTimesAndTheOthersServe() throws Exception {
    bench.with("apiKey.alphavantage", "k").with("apiKey.fred", "0".repeat(32)).start();
    try (LogTape tape = new LogTape()) {
      List<GenericRecord> rows = bench.run();
      assertEquals(3, requests("fred."));
      assertEquals(Set.of("alphavantage", "worldbank"), new TreeSet<>(texts(rows, "provider")));
      String why = "No observations of gdp of USA: fred: the key is refused";
      assertEquals(1, tape.lines("WARN", why).size(), tape::all);
      assertTrue(tape.lines("INFO", "refused by every provider for some").size() > 0);
      assertFalse(tape.all().contains("0".repeat(32)), tape::all);
    }
  }

  @Test
  void oneSeriesThatDoesNotExistCostsNoOther() throws Exception {
    bench.indicators("nonsense,fred,NOPE,USA,percent,MONTHLY", GDP).start();
    try (LogTape tape = new LogTape()) {
      assertEquals(Set.of("gdp fred GDP 9999-12-31"), facts(bench.run()));
      String why = "No observations of nonsense of USA: fred: not known to the provider";
      assertEquals(1, tape.lines("WARN", why).size(), tape::all);
      assertTrue(tape.lines("INFO", "complete; next at 2026-11-03T09:00:00Z").size() > 0);
      bench.runAt("2026-11-03T09:00:00Z");
      assertEquals(1, tape.lines("WARN", why).size(), "it is said once");
    }
  }

  @Test
  void oneSeriesThatIsGarbledIsAskedForAgainWithinMinutes() throws Exception {
    bench.simulator.inject(
        Fault.on("fred.observations", FaultKind.TRUNCATED).forSymbol("GDP").times(1));
    bench.indicators(GDP, UNEMPLOYMENT[0]).start();
    assertEquals(Set.of("unemployment_rate fred UNRATE 9999-12-31"), facts(bench.run()));
    assertEquals(Set.of("gdp fred GDP 9999-12-31"), facts(bench.runAt("2026-11-02T10:02:00Z")));
  }

  private long requests(String route) {
    return bench.simulator.requests().stream().filter(r -> r.route().startsWith(route)).count();
  }
}
