package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Charts whose payload is spoilt: what is emitted of them, and that the next round heals it. */
class SpoiltBarsTest {
  /** A Monday, an hour after the close in New York. */
  private static final String CLOSED = "2026-11-02T22:00:30Z";

  private static final String AN_HOUR_LATER = "2026-11-02T23:00:30Z";
  private static final int HISTORY = 301;

  @TempDir Path folder;
  private MovementBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new MovementBench(folder, CLOSED);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aRowOfNullsIsLeftOutUntilAnAnswerHasIt() throws Exception {
    Map<Instant, Double> first = spoilt(Fault.on("yahoo.chart", FaultKind.NULL_ROW).with("row", 9));
    assertEquals(HISTORY - 1, first.size());
    Map<Instant, Double> second = closes(bench.at(AN_HOUR_LATER));
    first.putAll(second);
    assertEquals(HISTORY, first.size());
    assertEquals(healthy(), first);
  }

  @Test
  void anAnswerWithoutItsTimesIsNoneAndSaysSo() throws Exception {
    try (LogTape log = new LogTape()) {
      Fault fault = Fault.on("yahoo.chart", FaultKind.MISSING_MEMBERS).with("members", "timestamp");
      assertEquals(Map.of(), spoilt(fault));
      assertEquals(1, log.lines("WARN", "No bars of AAPL: yahoo: ").size(), log::all);
    }
    assertEquals(healthy(), closes(bench.at(AN_HOUR_LATER)));
  }

  @Test
  void noBarIsOfTheFutureThoughTheAnswerSaysSo() throws Exception {
    Map<Instant, Double> first = spoilt(Fault.on("yahoo.chart", FaultKind.FUTURE_TIME));
    first.keySet().forEach(start -> assertTrue(start.isBefore(Instant.parse(CLOSED)), "" + start));
    first.putAll(closes(bench.at(AN_HOUR_LATER)));
    assertEquals(healthy(), first);
  }

  @Test
  void noPriceBelowZeroIsEmitted() throws Exception {
    Map<Instant, Double> first = spoilt(Fault.on("yahoo.chart", FaultKind.NEGATIVE_PRICE));
    first.forEach((start, close) -> assertTrue(close > 0, () -> start + " " + close));
    first.putAll(closes(bench.at(AN_HOUR_LATER)));
    assertEquals(healthy(), first);
  }

  /** The closes of a round whose one answer is spoilt. */
  private Map<Instant, Double> spoilt(Fault fault) throws Exception {
    bench.simulator().inject(fault.times(1));
    return closes(bench.start(Map.of("symbols", "AAPL")).at(CLOSED));
  }

  /** What a round without any fault brings. */
  private Map<Instant, Double> healthy() throws Exception {
    Path own = Files.createDirectory(folder.resolve("healthy"));
    try (MovementBench other = new MovementBench(own, CLOSED)) {
      return closes(other.start(Map.of("symbols", "AAPL")).at(CLOSED));
    }
  }

  private static Map<Instant, Double> closes(List<GenericRecord> rows) {
    Map<Instant, Double> closes = new TreeMap<>();
    for (GenericRecord row : rows) {
      Instant start = Instant.EPOCH.plus((long) row.get("event_time"), ChronoUnit.MICROS);
      closes.put(start, (Double) row.get("close"));
    }
    return closes;
  }
}
