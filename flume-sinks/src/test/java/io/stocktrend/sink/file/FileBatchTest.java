package io.stocktrend.sink.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.Umask;
import io.stocktrend.record.UndecodableEventException;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.batch.BatchResult;
import io.stocktrend.sink.batch.OpenBatch;
import io.stocktrend.sink.batch.RecordEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flume.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches that are large enough to be written while they come. */
final class FileBatchTest {
  private static final int LARGE = 1200;

  @TempDir Path folder;

  private MemoryFormat format;
  private FileBatchWriter writer;

  @BeforeEach
  void start() {
    format = new MemoryFormat();
    writer = writer("k1");
  }

  private FileBatchWriter writer(String name) {
    return new FileBatchWriter(
        new LocalStore(folder, Umask.PRIVATE),
        PathTemplate.in(folder + "/date=%Y-%m-%d"),
        format,
        new PartNames(name, Clock.systemUTC()));
  }

  private static RecordEvent decoded(Event event) throws UndecodableEventException {
    return new RecordEvent(event, new EventCodec().decode(event));
  }

  private static void add(OpenBatch batch, List<Event> events) throws Exception {
    for (Event event : events) {
      batch.add(decoded(event));
    }
  }

  private BatchResult deliver(List<Event> events) throws Exception {
    try (OpenBatch batch = writer.begin()) {
      add(batch, events);
      BatchResult result = batch.finish();
      writer.committed();
      return result;
    } catch (IOException e) {
      writer.rolledBack();
      throw e;
    }
  }

  private List<Path> files(boolean hidden) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".ids") != hidden)
          .toList();
    }
  }

  private List<String> stored() throws IOException {
    List<String> ids = new ArrayList<>();
    for (Path part : files(false)) {
      ids.addAll(Files.readAllLines(part));
    }
    return ids;
  }

  private void assertStoredOnce(int from, int to) throws Exception {
    TreeSet<String> expected = new TreeSet<>();
    for (Event event : Quotes.events(from, to)) {
      expected.add(decoded(event).record().recordId());
    }
    List<String> stored = stored();
    assertEquals(expected, new TreeSet<>(stored));
    assertEquals(expected.size(), stored.size(), "rows of one id");
  }

  @Test
  void itIsOnePartWithEachIdOnceWhereverTheRepetitionsCome() throws Exception {
    List<Event> events = new ArrayList<>(Quotes.events(0, LARGE));
    events.add(100, Quotes.event(3));
    events.addAll(Quotes.events(0, 2));
    events.addAll(Quotes.events(LARGE - 2, LARGE));
    assertEquals(new BatchResult(List.of(), 5), deliver(events));
    assertStoredOnce(0, LARGE);
    assertEquals(1, files(false).size());
  }

  @Test
  void whileItComesItIsInADraft() throws Exception {
    try (OpenBatch batch = writer.begin()) {
      add(batch, Quotes.events(0, LARGE));
      assertEquals(List.of(), files(false));
      assertTrue(
          files(true).stream().anyMatch(file -> file.toString().contains(".ids")),
          "a draft among " + files(true));
    }
    assertEquals(List.of(), drafts(), "a batch that is given up leaves nothing");
    assertEquals(List.of(), stored());
  }

  private List<Path> drafts() throws IOException {
    return files(true).stream().filter(file -> file.toString().contains(".ids")).toList();
  }

  @Test
  void aRecordThatCannotBeWrittenFailsItOnceAndIsThenRefusedAlone() throws Exception {
    format.refusedSymbol = Quotes.symbol(LARGE - 100);
    List<Event> events = Quotes.events(0, LARGE);
    String message = assertThrows(IOException.class, () -> deliver(events)).getMessage();
    assertEquals(
        "the record cannot be written: java.lang.IllegalArgumentException: no such value;"
            + " the others are written without it",
        message);
    assertEquals(List.of(), stored());
    assertEquals(List.of(), drafts());
    BatchResult again = deliver(events);
    assertEquals(1, again.refused().size());
    assertEquals(LARGE - 1, stored().size());
  }

  @Test
  void whatIsDeliveredAgainIsKeptOut() throws Exception {
    deliver(Quotes.events(0, LARGE));
    writer.close();
    writer = writer("k1");
    assertEquals(LARGE, deliver(Quotes.events(0, LARGE + 700)).known());
    assertStoredOnce(0, LARGE + 700);
  }

  @Test
  void aMarkedEventIsLookedUpInOlderPartsAndInItsOwn() throws Exception {
    deliver(Quotes.events(0, LARGE));
    List<Event> events = new ArrayList<>(Quotes.events(LARGE, 2 * LARGE));
    events.add(10, marked(5));
    events.add(marked(7));
    events.add(marked(2 * LARGE - 1));
    events.add(marked(2 * LARGE));
    assertEquals(3, deliver(events).known());
    assertStoredOnce(0, 2 * LARGE + 1);
  }

  @Test
  void markedEventsThatAreAllThereMakeNoPart() throws Exception {
    deliver(Quotes.events(0, LARGE));
    List<Event> events = new ArrayList<>();
    for (int number = 0; number < LARGE; number++) {
      events.add(marked(number));
    }
    assertEquals(LARGE, deliver(events).known());
    assertEquals(1, files(false).size());
  }

  private static Event marked(int number) {
    Event event = Quotes.event(number);
    event.getHeaders().put(EventHeaders.POSSIBLE_DUPLICATE, "true");
    return event;
  }

  @Test
  void moreLargePartitionsThanMayBeOpenAtOnceAreAPartEach() throws Exception {
    int days = 11;
    List<Event> events = new ArrayList<>();
    for (int number = 0; number < 600; number++) {
      for (int day = 0; day < days; day++) {
        events.add(Quotes.event(number, Quotes.NOON.plus(Duration.ofDays(day))));
      }
    }
    assertEquals(0, deliver(events).known());
    assertEquals(days, files(false).size());
    assertEquals(days * 600, stored().size());
  }
}
