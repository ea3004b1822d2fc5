package io.stocktrend.sink.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.Lake;
import io.stocktrend.sink.ParquetSink;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flume.Sink.Status;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HadoopStoreTest {
  @TempDir Path base;

  private Map<String, String> path(String scheme, Rig rig) {
    return Map.of("path", scheme + "://" + rig.root() + "/%{dataset}/date=%Y-%m-%d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"renaming", "gs"})
  void aRemoteStoreKeepsTheSamePromise(String scheme) throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 20));
    ParquetSink before = rig.start(path(scheme, rig));
    Rig.drain(before);
    before.stop();
    rig.put(Quotes.events(10, 30));
    ParquetSink after = rig.start(path(scheme, rig));
    Rig.drain(after);
    after.stop();

    assertEquals(2, parquet(rig).size());
    assertEquals(Quotes.symbols(0, 30), new Lake(rig.root()).symbols());
    assertEquals(List.of(), rig.lake().leftovers());
  }

  private static List<Path> parquet(Rig rig) {
    return rig.lake().parts().stream().filter(part -> part.toString().endsWith("quet")).toList();
  }

  @Test
  void onlyOwnLeftoversOfASharedRootAreRemoved() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    Path day = Files.createDirectories(rig.root().resolve("news_data/date=2025-01-01"));
    Path own = day.resolve("_part-20250101T000000000000Z-parquet-00000000.parquet.tmp");
    Path other = day.resolve("_part-20250101T000000000000Z-elsewhere-00000000.parquet.tmp");
    Files.createFile(own);
    Files.createFile(other);
    ParquetSink sink = rig.start(path("renaming", rig));
    Rig.drain(sink);
    sink.stop();
    assertEquals(List.of(other), rig.lake().leftovers());
  }

  @Test
  void anUnreachableStoreKeepsTheEventsAndRecovers() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    Files.writeString(rig.root(), "not a folder");
    ParquetSink sink = rig.start(path("renaming", rig));
    assertEquals(Status.BACKOFF, sink.process());
    Files.delete(rig.root());
    Rig.drain(sink);
    sink.stop();
    assertEquals(Quotes.symbols(0, 3), rig.lake().symbols());
  }

  @ParameterizedTest
  @ValueSource(strings = {"renaming", "gs"})
  void aDiscardedDraftIsSeenByNobody(String scheme) throws Exception {
    HadoopStore store =
        new HadoopStore(scheme + "://" + base, "k1", base.resolve("state"), new Configuration());
    String folder = scheme + "://" + base.resolve("day");
    try (PartDraft draft = store.draft(folder, "part-1.parquet")) {
      draft.file().create(0).write(1);
    }
    assertEquals(List.of(), store.parts(folder, name -> name.endsWith(".parquet")));
    assertThrows(IOException.class, () -> store.read(folder, "part-1.parquet"));
    assertTrue(new Lake(base).leftovers().isEmpty());
  }
}
