package io.stocktrend.sink.compact;

import static io.stocktrend.sink.compact.Bars.finished;
import static io.stocktrend.sink.compact.Bars.running;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompactorTest {
  @TempDir Path root;
  private PrimaryDay day;

  @BeforeEach
  void name() {
    day = Bars.day(root);
  }

  @Test
  void thePartsOfAFinishedDayBecomeOneFileSortedBySymbolAndTime() throws Exception {
    Bars.part(root, "part-1", running("NVDA", 5), running("AAPL", 9));
    Bars.part(root, "part-2", finished("AAPL"), running("AAPL", 5));

    Outcome outcome = Outcome.of(root);

    assertEquals(
        List.of(running("AAPL", 5), running("AAPL", 9), finished("AAPL"), running("NVDA", 5)),
        plain(Outcome.rows(day)));
    assertEquals(1, day.parts().size());
    assertEquals(List.of(), Outcome.leftovers(root));
    CompactedDay result = outcome.compacted.get(0);
    assertEquals(2, result.parts());
    assertEquals(4, result.rows());
    assertTrue(result.bytesAfter() > 0 && result.bytesAfter() < result.bytesBefore());
  }

  @Test
  void aRepeatedRecordIsKeptOnceAsItWasCollectedLast() throws Exception {
    GenericRecord again = running("AAPL", 5);
    again.put("collected_at", (Long) again.get("collected_at") + 1);
    Bars.part(root, "part-1", again);
    Bars.part(root, "part-2", running("AAPL", 5), running("AAPL", 5));

    Outcome outcome = Outcome.of(root);

    assertEquals(List.of(again), plain(Outcome.rows(day)));
    assertEquals(2, outcome.compacted.get(0).repeated());
  }

  @Test
  void provisionalVersionsAreKeptUnlessTheyAreToBeDropped() throws Exception {
    Bars.part(root, "part-1", running("AAPL", 5), running("NVDA", 5));
    Bars.part(root, "part-2", finished("AAPL"));

    assertEquals(3, Outcome.of(root).compacted.get(0).rows());
    CompactedDay dropped = Outcome.of(root, true).compacted.get(0);

    assertEquals(1, dropped.superseded());
    assertEquals(List.of(finished("AAPL"), running("NVDA", 5)), plain(Outcome.rows(day)));
    assertEquals(List.of(), Outcome.of(root, true).compacted, "nothing is left to drop");
  }

  @Test
  void aCompactedDayIsLeftAloneUntilALatePartJoinsIt() throws Exception {
    Bars.part(root, "part-1", running("AAPL", 5));
    Outcome.of(root);
    List<Path> compacted = day.parts();

    assertEquals(List.of(), Outcome.of(root).compacted);
    assertEquals(compacted, day.parts());

    Bars.part(root, "part-2", running("AAPL", 6));
    Outcome.of(root);
    assertEquals(List.of(running("AAPL", 5), running("AAPL", 6)), plain(Outcome.rows(day)));
    assertEquals(1, day.parts().size());
  }

  @Test
  void theDayThatIsNotOverIsLeftAlone() throws Exception {
    Bars.part(root, "part-1", running("AAPL", 5));
    Bars.part(root, "part-2", running("AAPL", 6));
    Outcome outcome = new Outcome();

    new Compactor(root, Bars.rewriting(false), outcome).compact(Dataset.STOCK_MOVEMENTS, Bars.DAY);

    assertEquals(List.of(), outcome.compacted);
    assertEquals(2, day.parts().size());
  }

  @Test
  void aDamagedPartIsNamedAndCostsNoOtherDay() throws Exception {
    Bars.part(root, "part-1", running("AAPL", 5));
    Path damaged = Bars.part(root, "part-2", running("AAPL", 6));
    byte[] bytes = Files.readAllBytes(damaged);
    Files.write(damaged, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    PrimaryDay earlier =
        new PrimaryDay(
            day.dataset(), Bars.DAY.minusDays(1), day.folder().resolveSibling("date=2026-11-01"));
    Bars.part(earlier, "part-1", List.of(running("MSFT", 1)));

    Outcome outcome = Outcome.of(root);

    assertEquals(List.of(earlier), outcome.compacted.stream().map(CompactedDay::day).toList());
    assertEquals(1, outcome.skipped.size());
    assertTrue(outcome.skipped.get(0).contains(damaged.toString()), outcome.skipped.toString());
    assertTrue(outcome.skipped.get(0).contains("move it away or restore it"));
    assertEquals(2, day.parts().size());
  }

  @Test
  void aDayThatTheHeapCannotHoldIsRefusedByName() throws Exception {
    Path part = Bars.part(root, "part-1", running("AAPL", 5), running("AAPL", 6));
    DayRows rows = new DayRows(day, Encryption.NONE, new HeapBudget(600));

    IOException refused = assertThrows(DayTooLargeException.class, () -> rows.read(part));

    assertTrue(refused.getMessage().contains("stock_movements 2026-11-02"), refused.getMessage());
    assertTrue(refused.getMessage().contains("-Xmx"), refused.getMessage());
  }

  @Test
  void aFailedWriteLeavesTheDayAsItWas() throws Exception {
    Bars.part(root, "part-1", running("AAPL", 5));
    Bars.part(root, "part-2", running("AAPL", 6));
    Compactor compactor =
        new Compactor(
            root,
            new Rewriting(new FullDisk(Bars.format()), Encryption.NONE, false),
            new Outcome());

    assertThrows(
        IOException.class, () -> compactor.compact(Dataset.STOCK_MOVEMENTS, Bars.DAY.plusDays(1)));

    assertEquals(2, day.parts().size());
    assertEquals(List.of(), Outcome.leftovers(root));
    assertEquals(2, Outcome.of(root).compacted.get(0).rows());
  }

  @Test
  void whereNothingCanBeWrittenNothingIsLost() throws Exception {
    Bars.part(root, "part-1", running("AAPL", 5));
    Files.createFile(root.resolve("raw").resolve(Compactor.FOLDER));

    assertThrows(IOException.class, () -> Outcome.of(root));

    assertEquals(List.of(running("AAPL", 5)), plain(Outcome.rows(day)));
  }

  /** Texts as Strings, as {@link Bars} makes them. */
  private static List<GenericRecord> plain(List<GenericRecord> rows) {
    for (GenericRecord row : rows) {
      row.getSchema().getFields().stream()
          .filter(field -> row.get(field.pos()) instanceof CharSequence)
          .forEach(field -> row.put(field.pos(), row.get(field.pos()).toString()));
    }
    return rows;
  }
}
