package io.stocktrend.source;

import static io.stocktrend.source.MacroBench.GDP;
import static io.stocktrend.source.MacroBench.UNEMPLOYMENT;
import static io.stocktrend.source.MacroBench.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.ReceivedRequest;
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
