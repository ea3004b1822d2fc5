package io.stocktrend.source;

import static io.stocktrend.source.MovementRows.byId;
import static io.stocktrend.source.MovementRows.id;
import static io.stocktrend.source.MovementRows.price;
import static io.stocktrend.source.MovementRows.time;
import static io.stocktrend.source.TradingMonday.AN_HOUR_LATER;
import static io.stocktrend.source.TradingMonday.CLOSED;
import static io.stocktrend.source.TradingMonday.NEXT_MORNING;
import static io.stocktrend.source.TradingMonday.OPEN;
import static io.stocktrend.source.TradingMonday.RUNNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole source over the simulator: which rows a round brings, and since when they are known.
 */
class MovementSourceTest {
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
    assertEquals(Instant.parse(OPEN), time(running, "event_time"));
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
    assertEquals("AAPL|1d|" + OPEN + "|2026-11-02T17:00:30.000000Z", id(rows.get(0)));
    assertEquals(List.of(), bench.at("2026-11-02T17:30:00Z"), "it is not due");
    assertEquals(4, bench.requests("yahoo.chart").size(), "one request a symbol and round");
  }

  @Test
  void aRunningBarBecomesFinalAndIsKnownSinceTheClose() throws Exception {
    bench.start(Map.of("symbols", "AAPL")).at(RUNNING);
    assertEquals(List.of(), bench.at("2026-11-02T21:00:30Z"), "over, but not settled");
    List<GenericRecord> rows = bench.at(CLOSED);
    assertEquals(1, rows.size());
    assertEquals("AAPL|1d|" + OPEN + "|2026-11-02T21:00:00.000000Z", id(rows.get(0)));
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

  private Path newFolder(String name) throws Exception {
    return Files.createDirectory(folder.resolve(name));
  }

  private static void assertIndicators(GenericRecord one, GenericRecord other) {
    assertNotNull(other, () -> "missing: " + id(one));
    for (String column : List.of("sma_200", "ema_12", "ema_26", "rsi_14", "macd_signal", "trend")) {
      assertEquals(one.get(column), other.get(column), column);
    }
  }
}
