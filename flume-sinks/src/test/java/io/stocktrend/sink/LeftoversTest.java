package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftoversTest {
  @TempDir Path base;

  @Test
  void tornDraftsOfACrashAreRemovedAndOtherHiddenFilesAreNot() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    Path old = Files.createDirectories(rig.root().resolve("news_data/date=2025-01-01"));
    Files.write(old.resolve("_part-20250101T000000000000Z-k-00000000.parquet.tmp"), new byte[9]);
    Path success = Files.createFile(old.resolve("_SUCCESS"));
    Path foreign = Files.createFile(old.resolve("_notes.tmp"));

    ParquetSink sink = rig.start();
    Rig.drain(sink);
    sink.stop();
    assertEquals(List.of(success, foreign), rig.lake().leftovers());
    assertEquals(Quotes.symbols(0, 3), rig.lake().symbols());
  }
}
