package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import io.stocktrend.sink.batch.BatchSink;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flume.Event;
import org.apache.flume.Sink.Status;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What CSV and JSON sinks promise; the loop around them is the Parquet sink's. */
final class TextSinkTest {
  @TempDir Path base;

  @ParameterizedTest
  @CsvSource({
    "CSV, none, .csv",
    "CSV, gzip, .csv.gz",
    "CSV, zstd, .csv.zst",
    "JSON, none, .jsonl",
    "JSON, gzip, .jsonl.gz",
    "JSON, zstd, .jsonl.zst"
  })
  void aBatchBecomesOnePartPerDayWithEveryRow(FileKind kind, String compression, String ending)
      throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 50));
    rig.put(List.of(Quotes.event(50, Quotes.NOON.plusSeconds(86_400))));
    run(rig, kind, Map.of("compression", compression, "batchMaxDelay", "1s"));

    assertEquals(2, rig.lake().parts().size());
    rig.lake().parts().forEach(part -> assertTrue(part.toString().endsWith(ending)));
    assertEquals(Quotes.symbols(0, 51), kind.symbols(rig.root()));
    assertEquals(
        List.of("2026-11-02 101.0 7000"),
        kind.values(
            rig.root(),
            "date::DATE || ' ' || close || ' ' || volume",
            "WHERE symbol = 'S7' AND pe_ratio IS NULL AND epoch_us(collected_at) = "
                + Quotes.NOON.toEpochMilli() * 1000));
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "JSON"})
  void aRedeliveredBatchLeavesOneFile(FileKind kind) throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 20));
    FlakyChannel flaky = new FlakyChannel(rig.channel());
    flaky.failCommits(2);
    BatchSink sink = new Rig(base, flaky).start(kind, Map.of());
    assertEquals(Status.BACKOFF, sink.process());
    assertEquals(Status.BACKOFF, sink.process());
    assertEquals(Status.READY, sink.process());
    sink.stop();

    assertEquals(1, rig.lake().parts().size());
    assertEquals(Quotes.symbols(0, 20), kind.symbols(rig.root()));
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "JSON"})
  void aNewRunWithAnotherCompressionStoresNothingTwice(FileKind kind) throws Exception {
    Rig rig = Rig.inMemory(base);
    int to = 10;
    for (String compression : List.of("zstd", "none", "gzip", "none")) {
      rig.put(Quotes.events(0, to));
      run(rig, kind, Map.of("compression", compression, "batchSize", "7"));
      assertEquals(Quotes.symbols(0, to), kind.symbols(rig.root()), compression);
      to += 10;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "JSON"})
  void whatTextCannotHoldIsSetAsideWithItsColumn(FileKind kind) throws Exception {
    Event broken = Quotes.event(2);
    byte[] body = broken.getBody();
    body[new String(body, StandardCharsets.ISO_8859_1).indexOf("USD")] = (byte) 0xff;
    Event invalid = EventBuilder.withBody(body, broken.getHeaders());
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 2)).put(List.of(notANumber(), invalid));
    rig.put(Quotes.events(5, 7));
    run(rig, kind, Map.of("batchMaxDelay", "1s"));

    assertEquals(List.of("S0", "S1", "S5", "S6"), kind.symbols(rig.root()));
    assertEquals(1, rig.lake().parts().size());
    List<String> reasons =
        PoisonTest.entries(rig).stream().map(QuarantineEntry::reason).sorted().toList();
    assertEquals(2, reasons.size());
    assertTrue(reasons.get(0).endsWith("the column close: NaN is no number that text can hold"));
    assertTrue(reasons.get(1).endsWith("the column currency: the text is not valid UTF-8"));
  }

  private static Event notANumber() {
    return new EventCodec()
        .encode(
            Quote.newBuilder()
                .setRecordId(RecordId.of("S3", Quotes.NOON))
                .setEventTime(Quotes.NOON)
                .setKnownAt(Quotes.NOON)
                .setCollectedAt(Quotes.NOON)
                .setProvider("yahoo")
                .setSymbol("S3")
                .setClose(Double.NaN)
                .build());
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "JSON"})
  void aDamagedPartStopsTheSinkWithItsName(FileKind kind) throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    run(rig, kind, Map.of());
    Path part = rig.lake().parts().get(0);
    byte[] whole = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(whole, whole.length - 5));

    rig.put(Quotes.events(3, 5));
    BatchSink sink = rig.start(kind, Map.of());
    try (LogLines log = new LogLines()) {
      assertEquals(Status.BACKOFF, sink.process());
      assertTrue(log.lines().get(0).contains(part.toString()), log.lines().get(0));
    }
    Files.write(part, whole);
    Rig.drain(sink);
    sink.stop();
    assertEquals(Quotes.symbols(0, 5), kind.symbols(rig.root()));
  }

  private static void run(Rig rig, FileKind kind, Map<String, String> settings) throws Exception {
    BatchSink sink = rig.start(kind, settings);
    Rig.drain(sink);
    sink.stop();
  }
}
