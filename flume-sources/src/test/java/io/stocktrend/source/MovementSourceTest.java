package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.source.provider.LogTape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole source over the simulator: which rows a round brings, and since when they are known.
 */
class MovementSourceTest {
  /** A Monday, 11:00:30 in New York. */
  private static final String RUNNING = "2026-11-02T16:00:30Z";

  private static final String AN_HOUR_LATER = "2026-11-02T17:00:30Z";
  private static final String CLOSED = "2026-11-02T22:00:30Z";
  private static final String NEXT_MORNING = "2026-11-03T16:00:30Z";
  private static final String TODAY = "2026-11-02T14:30:00Z";

  @TempDir Path folder;
  private MovementBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new MovementBench(folder, RUNNING);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theFirstRoundBringsTheHistoryAndTheRunningBar() throws Exception {
    List<GenericRecord> rows = bench.start(Map.of("symbols", "AAPL")).at(RUNNING);
    assertEquals(301, rows.size());
    GenericRecord friday = rows.get(299);
    assertEquals("AAPL|1d|2026-10-30T13:30:00Z|2026-10-30T20:00:00.000000Z", id(friday));
    assertEquals(Instant.parse("2026-10-30T20:00:00Z"), time(friday, "known_at"));
    assertEquals(true, friday.get("is_final"));
    for (String column : List.of("sma_200", "ema_26", "rsi_14", "macd_histogram", "adj_close")) {
      assertNotNull(friday.get(column), column);
    }
    GenericRecord running = rows.get(300);
    assertEquals(Instant.parse(TODAY), time(running, "event_time"));
    assertEquals(Instant.parse(RUNNING), time(running, "known_at"));
    assertEquals(false, running.get("is_final"));
    assertEquals(
        price(running, "close") / price(friday, "close") - 1, price(running, "change"), 1e-12);
    assertNull(rows.get(0).get("change"));
    assertNull(rows.get(198).get("sma_200"));
    assertNotNull(rows.get(199).get("sma_200"));
  }

  @Test
  void aSecondRoundBringsOnlyTheRunningBar() throws Exception {
    bench.start(Map.of("symbols", "AAPL,BRK.B", "concurrency", "1")).at(RUNNING);
    List<GenericRecord> rows = bench.at(AN_HOUR_LATER);
    assertEquals(2, rows.size());
    assertEquals("AAPL|1d|" + TODAY + "|2026-11-02T17:00:30.000000Z", id(rows.get(0)));
    assertEquals(List.of(), bench.at("2026-11-02T17:30:00Z"), "it is not due");
    assertEquals(4, bench.requests("yahoo.chart").size(), "one request a symbol and round");
  }

  @Test
  void aRunningBarBecomesFinalAndIsKnownSinceTheClose() throws Exception {
    bench.start(Map.of("symbols", "AAPL")).at(RUNNING);
    assertEquals(List.of(), bench.at("2026-11-02T21:00:30Z"), "over, but not settled");
    List<GenericRecord> rows = bench.at(CLOSED);
    assertEquals(1, rows.size());
    assertEquals("AAPL|1d|" + TODAY + "|2026-11-02T21:00:00.000000Z", id(rows.get(0)));
    assertEquals(true, rows.get(0).get("is_final"));
    assertEquals(List.of(), bench.at("2026-11-02T23:00:30Z"));
    List<GenericRecord> tomorrow = bench.at(NEXT_MORNING);
    assertEquals(1, tomorrow.size());
    assertEquals(false, tomorrow.get(0).get("is_final"));
  }

  @Test
  void aBarThatTheFirstAnswerLackedComesWithTheNext() throws Exception {
    Fault hole = Fault.on("yahoo.chart", FaultKind.NULL_ROW).with("row", -5).times(1);
    bench.simulator().inject(hole);
    assertEquals(300, bench.start(Map.of("symbols", "AAPL")).at(RUNNING).size());
    List<GenericRecord> rows = bench.at(AN_HOUR_LATER);
    assertEquals("AAPL|1d|2026-10-27T13:30:00Z|2026-10-27T20:00:00.000000Z", id(rows.get(0)));
    // Those after it are computed anew, and the last one runs.
    assertEquals(5, rows.size());
    assertEquals(1, bench.at(CLOSED).size());
  }

  @Test
  void aRestartBringsNothingTwiceAndTheSameIndicators() throws Exception {
    Map<String, String> settings = Map.of("symbols", "AAPL,KO");
    bench.start(settings).at(RUNNING);
    bench.restart(settings);
    assertEquals(List.of(), bench.at("2026-11-02T16:30:00Z"), "the round is complete");
    List<GenericRecord> rows = bench.at(CLOSED);
    assertEquals(2, rows.size());
    bench.restart(settings);
    assertEquals(List.of(), bench.at("2026-11-03T02:00:30Z"));
    Map<String, GenericRecord> later = byId(bench.at("2026-11-05T22:00:30Z"));
    assertEquals(6, later.size());

    try (MovementBench straight = new MovementBench(newFolder("straight"), RUNNING)) {
      straight.start(settings).at(RUNNING);
      Map<String, GenericRecord> atOnce = byId(straight.at("2026-11-05T22:00:30Z"));
      assertEquals(8, atOnce.size());
      later.forEach((id, row) -> assertIndicators(row, atOnce.get(id)));
    }
  }

  @Test
  void aRoundThatWasCutOffGoesOnWithTheSymbolsThatAreMissing() throws Exception {
    Map<String, String> settings =
        Map.of("symbols", String.join(",", FIFTY), "concurrency", "1", "batchSize", "1000");
    bench.simulator().inject(Fault.on("yahoo.chart", FaultKind.HANG).after(30).times(1));
    bench.start(settings);
    Thread runner = new Thread(bench::process);
    runner.start();
    awaitRequests(31);
    runner.interrupt();
    runner.join(10_000);
    assertFalse(runner.isAlive(), "a stop is prompt");
    List<GenericRecord> before = bench.emitted();
    assertTrue(before.size() >= 20 * 301, "what was there is in the channel: " + before.size());
    bench.simulator().clearFaults();
    bench.restart(settings);
    List<GenericRecord> rows = bench.at(RUNNING);
    Map<String, GenericRecord> all = byId(before);
    all.putAll(byId(rows));
    assertEquals(50 * 301, all.size(), "a slice cut off may come again, but as the same rows");
    int askedAgain = bench.requests("yahoo.chart").size() - 31;
    assertTrue(askedAgain <= 30, "asked again for " + askedAgain);
    assertEquals(rows.size(), byId(rows).size());
  }

  @Test
  void aSplitMakesANewVersionOfTheWholeHistory() throws Exception {
    bench.start(Map.of("symbols", "AAPL"));
    Map<Instant, GenericRecord> old = byTime(bench.at(RUNNING));
    bench
        .simulator()
        .inject(
            Fault.on("yahoo.chart", FaultKind.SPLIT).with("ratio", 4).with("date", "2026-11-03"));
    bench.at(CLOSED);
    List<GenericRecord> rows = bench.at(NEXT_MORNING);
    assertEquals(302, rows.size());
    GenericRecord friday = byTime(rows).get(Instant.parse("2026-10-30T13:30:00Z"));
    GenericRecord before = old.get(Instant.parse("2026-10-30T13:30:00Z"));
    assertEquals(price(before, "close") / 4, price(friday, "close"), 1e-3);
    assertEquals(price(before, "sma_200") / 4, price(friday, "sma_200"), 1e-3);
    assertEquals(price(before, "rsi_14"), price(friday, "rsi_14"), 0.05);
    assertEquals(Instant.parse(NEXT_MORNING), time(friday, "known_at"));
    assertTrue(Math.abs(price(rows.get(301), "change")) < 0.2, "no jump over the split");
    assertEquals(3, bench.requests("yahoo.chart").size(), "no second request for the history");
    assertEquals(1, bench.at("2026-11-03T17:00:30Z").size());
  }

  @Test
  void aDividendReadjustsTheClosesBeforeIt() throws Exception {
    bench.start(Map.of("symbols", "AAPL")).at("2026-11-06T22:00:30Z");
    Map<Instant, GenericRecord> rows = byTime(bench.at("2026-11-09T16:00:30Z"));
    assertEquals(302, rows.size(), "its ex-day is the ninth");
    GenericRecord friday = rows.get(Instant.parse("2026-11-06T14:30:00Z"));
    assertTrue(price(friday, "adj_close") < price(friday, "close"));
    assertEquals(Instant.parse("2026-11-09T16:00:30Z"), time(friday, "known_at"));
  }

  @Test
  void hoursHaveTheirLastOneCutByTheCloseAndNoStubs() throws Exception {
    List<GenericRecord> rows =
        bench.start(Map.of("symbols", "AAPL", "interval", "1h", "history", "210")).at(RUNNING);
    assertEquals(212, rows.size(), "30 sessions, one hour of today and the running one");
    GenericRecord last = rows.get(209);
    assertEquals("AAPL|1h|2026-10-30T19:30:00Z|2026-10-30T20:00:00.000000Z", id(last));
    assertNull(last.get("adj_close"));
    GenericRecord first = rows.get(210);
    assertEquals("AAPL|1h|2026-11-02T14:30:00Z|2026-11-02T15:30:00.000000Z", id(first));
    assertEquals(true, first.get("is_final"));
    GenericRecord running = rows.get(211);
    assertEquals("AAPL|1h|2026-11-02T15:30:00Z|2026-11-02T16:00:30.000000Z", id(running));
    assertEquals(false, running.get("is_final"));
    assertNotNull(running.get("sma_200"));
  }

  @Test
  void theNextProviderServesWhatTheFirstFailsAndTheFirstMakesUpForIt() throws Exception {
    Map<String, String> settings =
        Map.of("symbols", "AAPL,KO", "apiKey.alphavantage", MovementBench.KEY);
    Fault absent = Fault.on("yahoo.chart", FaultKind.STATUS).with("status", 404);
    bench.simulator().inject(absent.forSymbol("KO"));
    List<GenericRecord> rows = bench.start(settings).at(CLOSED);
    assertEquals(301 + 100, rows.size());
    GenericRecord ko = rows.stream().filter(r -> isOf(r, "KO")).reduce((a, b) -> b).orElseThrow();
    assertEquals("alphavantage", ko.get("provider").toString());
    assertNull(ko.get("sma_200"), "100 bars are too few");
    assertNotNull(ko.get("sma_50"));
    bench.simulator().clearFaults();
    List<GenericRecord> next = bench.at("2026-11-02T23:00:30Z");
    assertEquals(301, next.size());
    Map<Instant, GenericRecord> byTime = byTime(next);
    GenericRecord today = byTime.get(Instant.parse(TODAY));
    assertEquals("yahoo", today.get("provider").toString());
    assertNotNull(today.get("sma_200"));
    assertEquals(Instant.parse("2026-11-02T23:00:30Z"), time(today, "known_at"));
    GenericRecord old = next.get(0);
    assertNotEquals(old.get("collected_at"), old.get("known_at"), "nobody had told it before");
  }

  @Test
  void aDelistedSymbolIsSaidOnceAndCostsNoOther() throws Exception {
    try (LogTape tape = new LogTape()) {
      bench.start(Map.of("symbols", "AAPL,GONE,KO"));
      assertEquals(2 * 301, bench.at(RUNNING).size());
      assertEquals(2, bench.at(AN_HOUR_LATER).size());
      assertEquals(1, tape.lines("WARN", "No bars of GONE").size(), tape::all);
      assertTrue(tape.lines("INFO", "unchanged, complete; next at").size() >= 2, tape::all);
    }
  }

  @Test
  void aProviderThatRefusesAsAWholeIsNotAskedForEverySymbol() throws Exception {
    bench.simulator().inject(Fault.on("yahoo.chart", FaultKind.STATUS).with("status", 403));
    try (LogTape tape = new LogTape()) {
      bench.start(Map.of("symbols", String.join(",", FIFTY), "concurrency", "1")).at(RUNNING);
      assertEquals(3, bench.requests("yahoo.chart").size());
      assertEquals(1, tape.lines("WARN", "No bars of 47 symbols").size(), tape::all);
      assertEquals(1, tape.lines("INFO", "refused by every provider").size(), tape::all);
    }
  }

  @Test
  void anOutageIsAskedAboutAFewTimesOnlyAndThenTheRoundGoesOn() throws Exception {
    bench
        .simulator()
        .inject(Fault.on("yahoo.chart", FaultKind.STATUS).with("status", 503).times(10));
    try (LogTape tape = new LogTape()) {
      bench.start(Map.of("symbols", String.join(",", FIFTY), "concurrency", "1")).at(RUNNING);
      assertEquals(10, bench.requests("yahoo.chart").size(), "two attempts at five symbols");
      assertEquals(1, tape.lines("INFO", "some still to be asked for").size(), tape::all);
    }
    assertEquals(50 * 301, bench.at("2026-11-02T16:03:00Z").size());
  }

  private static final List<String> FIFTY =
      List.of(
          "A AAPL ABBV ABNB ABT ACGL ACN ADBE ADI ADM ADP ADSK AEE AEP AES AFL AIG AIZ AJG AKAM ALB"
              .concat(" ALGN ALL ALLE AMAT AMCR AMD AME AMGN AMP AMT AMZN ANET AON AOS APA APD")
              .concat(" APH APO APP APTV ARE ATO AVB AVGO AVY AWK AXON AXP AZO")
              .split(" ", -1));

  private Path newFolder(String name) throws Exception {
    return Files.createDirectory(folder.resolve(name));
  }

  private void awaitRequests(int count) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (bench.requests("yahoo.chart").size() < count && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
  }

  private static void assertIndicators(GenericRecord one, GenericRecord other) {
    assertNotNull(other, () -> "missing: " + id(one));
    for (String column : List.of("sma_200", "ema_12", "ema_26", "rsi_14", "macd_signal", "trend")) {
      assertEquals(one.get(column), other.get(column), column);
    }
  }

  private static boolean isOf(GenericRecord row, String symbol) {
    return row.get("symbol").toString().equals(symbol);
  }

  private static String id(GenericRecord row) {
    return row.get("record_id").toString();
  }

  private static Instant time(GenericRecord row, String column) {
    return Instant.EPOCH.plus((Long) row.get(column), ChronoUnit.MICROS);
  }

  private static double price(GenericRecord row, String column) {
    return (Double) row.get(column);
  }

  private static Map<String, GenericRecord> byId(List<GenericRecord> rows) {
    Map<String, GenericRecord> byId = new TreeMap<>();
    rows.forEach(row -> byId.put(id(row), row));
    return byId;
  }

  private static Map<Instant, GenericRecord> byTime(List<GenericRecord> rows) {
    Map<Instant, GenericRecord> byTime = new TreeMap<>();
    rows.forEach(row -> byTime.put(time(row, "event_time"), row));
    return byTime;
  }
}
