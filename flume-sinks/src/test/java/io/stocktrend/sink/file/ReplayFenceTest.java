package io.stocktrend.sink.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.UndecodableEventException;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.batch.BatchLimits;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flume.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayFenceTest {
  private static final int WINDOW = BatchLimits.LARGEST_SIZE;

  @TempDir Path folder;

  private final MemoryFormat format = new MemoryFormat();
  private final PartNames names = new PartNames("k1", Clock.systemUTC());
  private LocalStore store;
  private ReplayFence fence;

  @BeforeEach
  void open() {
    store = new LocalStore(folder);
    fence = new ReplayFence(store, format, names);
  }

  private static Map<String, RecordEvent> events(int from, int to)
      throws UndecodableEventException {
    Map<String, RecordEvent> events = new LinkedHashMap<>();
    for (Event event : Quotes.events(from, to)) {
      RecordEvent decoded = new RecordEvent(event, new EventCodec().decode(event));
      events.put(decoded.record().recordId(), decoded);
    }
    return events;
  }

  private List<RefusedEvent> publish(int from, int to) throws Exception {
    Map<String, RecordEvent> events = events(from, to);
    Partition partition =
        new Partition(folder.toString(), events.values().iterator().next().record().dataset());
    return new PartPublisher(store, format, names, fence).publish(partition, events.values());
  }

  private int keptOut(int from, int to) throws Exception {
    return fence.keepOut(folder.toString(), events(from, to));
  }

  @Test
  void theDoubtAfterAStartEndsOnlyAfterTheLargestTransactionWithoutAHit() throws Exception {
    Files.writeString(
        folder.resolve("part-old.ids"), String.join("\n", events(0, 3).keySet()) + "\n");
    fence.committed(WINDOW - 1);
    assertEquals(3, keptOut(0, 5));
    fence.committed(5);
    fence.committed(WINDOW - 1);
    assertTrue(fence.inDoubt(), "a hit starts the count again");
    fence.committed(1);
    assertFalse(fence.inDoubt());
    assertEquals(0, keptOut(0, 5), "without doubt nothing is looked up");
  }

  @Test
  void aCommittedPartOfThisRunIsNotReadAgainInDoubt() throws Exception {
    publish(0, 3);
    fence.committed(3);
    assertEquals(0, keptOut(3, 6));
    assertEquals(List.of(), format.read);
  }

  @Test
  void aPartWhoseCommitFailedIsReadAndRaisesTheDoubtAgain() throws Exception {
    fence.committed(WINDOW);
    assertFalse(fence.inDoubt());
    publish(0, 3);
    fence.rolledBack();
    assertTrue(fence.inDoubt());
    assertEquals(3, keptOut(0, 4));
  }

  @Test
  void aTransactionThatPublishedNothingRaisesNoDoubt() {
    fence.committed(WINDOW);
    fence.rolledBack();
    assertFalse(fence.inDoubt());
  }

  @Test
  void aMarkedEventIsLookedUpInEveryPartForEver() throws Exception {
    publish(0, 3);
    fence.committed(WINDOW);
    Map<String, RecordEvent> events = events(1, 5);
    RecordEvent marked = events.values().iterator().next();
    marked.headers().put(EventHeaders.POSSIBLE_DUPLICATE, "true");
    assertEquals(1, fence.keepOut(folder.toString(), events));
    assertEquals(3, events.size());
  }

  @Test
  void anUnreadablePartIsNamed() throws Exception {
    Files.createDirectory(folder.resolve("part-odd.ids"));
    String message = assertThrows(IOException.class, () -> keptOut(0, 1)).getMessage();
    assertTrue(
        message.startsWith(
            "cannot look for redelivered events in "
                + folder.resolve("part-odd.ids")
                + " (if it is damaged, move it away): "),
        message);
  }

  @Test
  void aRecordThatTheFormatCannotWriteIsRefusedAndTheRestStored() throws Exception {
    format.refusedSymbol = "S1";
    List<RefusedEvent> refused = publish(0, 3);
    assertEquals(1, refused.size());
    assertEquals(
        "the record cannot be written: java.lang.IllegalArgumentException: no such value",
        refused.get(0).reason());
    assertEquals(2, keptOutAfterRestart(0, 3));
    assertEquals(1, store.parts(folder.toString(), name -> name.endsWith(".ids")).size());
  }

  private int keptOutAfterRestart(int from, int to) throws Exception {
    return new ReplayFence(store, format, new PartNames("k1", Clock.systemUTC()))
        .keepOut(folder.toString(), events(from, to));
  }
}
