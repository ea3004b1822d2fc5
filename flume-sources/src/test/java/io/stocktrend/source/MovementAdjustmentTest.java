package io.stocktrend.source;

import static io.stocktrend.source.MovementRows.byTime;
import static io.stocktrend.source.MovementRows.price;
import static io.stocktrend.source.MovementRows.time;
import static io.stocktrend.source.TradingMonday.CLOSED;
import static io.stocktrend.source.TradingMonday.NEXT_MORNING;
import static io.stocktrend.source.TradingMonday.RUNNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole source over the simulator: what a split and a dividend change of past bars. */
class MovementAdjustmentTest {
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
}
