package io.stocktrend.source;

import static io.stocktrend.source.MacroBench.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.simulator.ReceivedRequest;
import io.stocktrend.source.provider.LogTape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole source against the simulator, on a virtual clock. */
class MacroSourceTest {
  private static final String GDP = "gdp,fred,GDP,USA,billions of dollars SAAR,QUARTERLY";
  private static final String[] UNEMPLOYMENT = {
    "unemployment_rate,fred,UNRATE,USA,percent,MONTHLY",
    "unemployment_rate,alphavantage,UNEMPLOYMENT,USA,percent,MONTHLY"
  };

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
  void theShippedTableLandsWholeAndNothingIsKnownBeforeItCouldBe() throws Exception {
    List<GenericRecord> rows =
        bench.with("apiKey.alphavantage", "k").with("country", "USA, DEU").start().run();
    Set<String> indicators = new TreeSet<>(texts(rows, "indicator"));
    assertEquals(IndicatorTableTest.shipped("indicator", "USA"), indicators);
    assertEquals(
        Set.of("gdp_annual", "gdp_growth_annual", "gdp_per_capita_annual", "inflation_annual"),
        new TreeSet<>(
            texts(
                rows.stream().filter(r -> text(r, "country").equals("DEU")).toList(),
                "indicator")));
    assertEquals(rows.size(), new HashSet<>(texts(rows, "record_id")).size());
    for (GenericRecord row : rows) {
      long knownAt = (long) row.get("known_at");
      assertTrue(knownAt <= (long) row.get("collected_at"), row::toString);
      assertTrue(knownAt > (long) row.get("event_time"), row::toString);
    }
    assertEquals(
        "[AAPL, MSFT, GOOGL, AMZN, NVDA, META, TSLA]", text(rows.get(0), "related_symbols"));
  }

  @Test
  void fredIsAskedTwiceASecondAtTheMost() throws Exception {
    bench.start().run();
    List<Instant> asked =
        bench.simulator.requests().stream()
            .filter(request -> request.route().startsWith("fred."))
            .map(ReceivedRequest::instant)
            .toList();
    assertTrue(asked.size() > 40, () -> asked.size() + " requests");
    for (int i = 2; i < asked.size(); i++) {
      Duration three = Duration.between(asked.get(i - 2), asked.get(i));
      assertTrue(three.compareTo(Duration.ofSeconds(1)) >= 0, asked::toString);
    }
  }

  @Test
  void aSecondRunWithoutNewsEmitsNothing() throws Exception {
    bench.indicators(GDP, UNEMPLOYMENT[0]).start();
    assertFalse(bench.run().isEmpty());
    assertEquals(List.of(), bench.runAt("2026-11-03T09:00:00Z"));
  }

  @Test
  void aRevisionBetweenPollsIsOneRowKnownFromItsRelease() throws Exception {
    bench.indicators(GDP).start();
    List<GenericRecord> first = bench.run();
    String before = "2026-07-01 2026-10-29T23:59:59Z 2026-10-29";
    assertTrue(texts(first, "observation_date", "known_at", "realtime_start").contains(before));
    List<GenericRecord> news = bench.runAt("2026-11-28T09:00:00Z");
    assertEquals(
        List.of("2026-07-01 2026-11-27T23:59:59Z 2026-11-27 9999-12-31"),
        texts(news, "observation_date", "known_at", "realtime_start", "realtime_end"));
    GenericRecord advance = first.get(first.size() - 1);
    assertEquals(advance.get("observation_date"), news.get(0).get("observation_date"));
    assertNotEquals(advance.get("value"), news.get(0).get("value"));
  }

  @Test
  void collectedDayByDayOverRestartsTheRowsAreThoseCollectedAtOnce() throws Exception {
    bench.indicators(GDP, UNEMPLOYMENT[0]).start();
    List<GenericRecord> rows = new ArrayList<>(bench.run());
    for (int day = 3; day <= 30; day++) {
      rows.addAll(bench.runAt("2026-11-%02dT09:00:00Z".formatted(day)));
      bench.stop();
      bench.start();
    }
    Path other = Files.createDirectory(folder.resolve("other"));
    try (MacroBench atOnce = new MacroBench(other, "2026-11-30T09:00:00Z")) {
      List<GenericRecord> expected = atOnce.indicators(GDP, UNEMPLOYMENT[0]).start().run();
      assertEquals(said(expected), said(rows));
      assertEquals(expected.size(), rows.size());
    }
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

  private static Set<String> facts(List<GenericRecord> rows) {
    return new TreeSet<>(texts(rows, "indicator", "provider", "series_id", "realtime_end"));
  }

  /** All that a row says but the time of its collection. */
  private static Set<String> said(List<GenericRecord> rows) {
    Set<String> said = new TreeSet<>();
    for (GenericRecord row : rows) {
      List<String> columns =
          row.getSchema().getFields().stream()
              .map(field -> field.name())
              .filter(name -> !name.equals("collected_at"))
              .toList();
      said.addAll(texts(List.of(row), columns.toArray(String[]::new)));
    }
    return said;
  }

  private static String text(GenericRecord row, String column) {
    return row.get(column).toString();
  }
}
