package io.stocktrend.source;

import static io.stocktrend.source.MovementRows.byId;
import static io.stocktrend.source.MovementRows.byTime;
import static io.stocktrend.source.MovementRows.time;
import static io.stocktrend.source.TradingMonday.AN_HOUR_LATER;
import static io.stocktrend.source.TradingMonday.CLOSED;
import static io.stocktrend.source.TradingMonday.OPEN;
import static io.stocktrend.source.TradingMonday.RUNNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.source.provider.LogTape;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole source over the simulator: stops, outages and symbols that nobody has. */
class MovementTroubleTest {
  private static final List<String> FIFTY =
      List.of(
          "A AAPL ABBV ABNB ABT ACGL ACN ADBE ADI ADM ADP ADSK AEE AEP AES AFL AIG AIZ AJG AKAM ALB"
              .concat(" ALGN ALL ALLE AMAT AMCR AMD AME AMGN AMP AMT AMZN ANET AON AOS APA APD")
              .concat(" APH APO APP APTV ARE ATO AVB AVGO AVY AWK AXON AXP AZO")
              .split(" ", -1));

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
    GenericRecord today = byTime.get(Instant.parse(OPEN));
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

  private void awaitRequests(int count) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (bench.requests("yahoo.chart").size() < count && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
  }

  private static boolean isOf(GenericRecord row, String symbol) {
    return row.get("symbol").toString().equals(symbol);
  }
}
