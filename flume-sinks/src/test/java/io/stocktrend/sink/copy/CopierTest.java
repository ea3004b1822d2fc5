package io.stocktrend.sink.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.KeyRing;
import io.stocktrend.sink.compact.CompactedDay;
import io.stocktrend.sink.compact.CompactionListener;
import io.stocktrend.sink.compact.Compactor;
import io.stocktrend.sink.file.Compression;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.file.ParquetFormat;
import io.stocktrend.sink.file.PartWriter;
import io.stocktrend.sink.primary.PrimaryDay;
import io.stocktrend.sink.primary.UnreadablePartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopierTest {
  private static final Dataset BARS = Dataset.STOCK_MOVEMENTS;

  @TempDir Path root;
  private CopyRig rig;

  @BeforeEach
  void csv() {
    rig = new CopyRig(root, "csv", root.resolve("csv").toString());
  }

  @Test
  void smallPartsOfADayBecomeOneBatch() throws Exception {
    for (int part = 0; part < 8; part++) {
      Facts.part(root, BARS, Facts.DAY.plusDays(part / 4), part * 10, part * 10 + 10);
    }
    List<String> progress = new ArrayList<>();

    CopyResult result =
        rig.copy(BARS, (day, parts, all) -> progress.add(day.date() + " " + parts + "/" + all));

    assertEquals(new CopyResult(80, 0, List.of(), 0, 0), result);
    assertEquals(2, files().size());
    assertEquals(8, progress.size());
    assertEquals("2026-11-03 8/8", progress.get(7));
    assertFalse(Files.exists(rig.progress()), "a copy that is complete leaves nothing");
  }

  @Test
  void aCopyThatStoppedGoesOnBehindThePartsThatItHasSaved() throws Exception {
    Facts.days(root, BARS, 2, 3);
    Path damaged = Facts.part(root, BARS, Facts.DAY.plusDays(2), 9000, 9001);
    byte[] sound = Files.readAllBytes(damaged);
    Files.writeString(damaged, "noise");
    assertThrows(UnreadablePartException.class, () -> rig.copy(BARS));

    Files.write(damaged, sound);

    assertEquals(new CopyResult(1, 0, List.of(), 0, 6), rig.copy(BARS));
    assertEquals(List.of(), rig.differences(BARS));
  }

  @Test
  void whatStandsThereIsNotWrittenAgain() throws Exception {
    Facts.part(root, BARS, Facts.DAY, 0, 10);
    rig.copy(BARS);
    Facts.part(root, BARS, Facts.DAY, 10, 15);

    assertEquals(new CopyResult(15, 10, List.of(), 0, 0), rig.copy(BARS));
    assertEquals(2, files().size());
  }

  @Test
  void compactionMeanwhileCostsAndDoublesNoRow() throws Exception {
    Facts.days(root, BARS, 3, 3);

    rig.copy(
        BARS,
        (day, parts, all) -> {
          if (parts == 1) {
            compact();
          }
        });

    assertEquals(List.of(), rig.differences(BARS));
  }

  @Test
  void encryptedPartsAreCopiedByWhoHasTheKey() throws Exception {
    Encryption key = new Encryption("k1", KeyRing.EMPTY.with("k1", "AAECAwQFBgcICQoLDA0ODw=="));
    ParquetFormat format = new ParquetFormat(new Configuration(), Compression.SNAPPY, key);
    Path part = Facts.part(root, BARS, Facts.DAY, 0, 0);
    Files.delete(part);
    try (PartWriter writer = format.open(new LocalOutputFile(part), BARS)) {
      writer.write(Facts.row(BARS, 0, Facts.collected(Facts.DAY, 0)));
    }

    IOException failure = assertThrows(UnreadablePartException.class, () -> rig.copy(BARS));
    assertTrue(failure.getMessage().contains("with the key 'k1'"), failure::getMessage);

    CopyResult result =
        rig.copy(new PrimaryReader(root, key), BARS, (day, parts, all) -> assertEquals(1, all));
    assertEquals(1, result.rows());
  }

  private void compact() {
    try {
      Compactor.of(root, Encryption.NONE, false, new Strict())
          .compact(BARS, LocalDate.parse("2026-12-01"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("csv"))) {
      return files.filter(file -> file.toString().endsWith(".csv")).toList();
    }
  }

  /** Takes a skipped day for a failure. */
  private static final class Strict implements CompactionListener {
    @Override
    public void compacted(CompactedDay result) {
      // Every day is expected to be.
    }

    @Override
    public void skipped(PrimaryDay day, IOException reason) {
      throw new UncheckedIOException(reason);
    }
  }
}
