package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventHeaders;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flume.Channel;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.Sink.Status;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuarantineSinkTest {
  private static final String REASON = "low 3 is above close 2";

  @TempDir Path base;

  static QuarantineSink started(Path base, Channel channel, Map<String, String> settings) {
    QuarantineSink sink = new QuarantineSink();
    sink.setName("quarantine");
    sink.setChannel(channel);
    Context context = new Context(settings);
    context.put("quarantineDir", base.resolve("quarantine").toString());
    context.put("batchMaxDelay", "0");
    sink.configure(context);
    sink.start();
    return sink;
  }

  /** The event of that number as validation hands it on. */
  static Event refused(int number) {
    return refused(Quotes.event(number));
  }

  private static Event refused(Event event) {
    event.getHeaders().put(EventHeaders.VALIDATION, EventHeaders.REFUSED);
    event.getHeaders().put(EventHeaders.VALIDATION_REASON, REASON);
    event.getHeaders().put(EventHeaders.VALIDATION_COMPONENT, "validation");
    return event;
  }

  private void drain(Rig rig) throws Exception {
    QuarantineSink sink = started(base, rig.channel(), Map.of());
    Rig.drain(sink);
    sink.stop();
  }

  @Test
  void aRefusedEventIsSetAsideWithItsBytesItsReasonAndWhoRefusedIt() throws Exception {
    Event event = refused(1);
    Rig rig = Rig.inMemory(base).put(List.of(event));
    drain(rig);
    assertEquals(1, PoisonTest.entries(rig).size());
    QuarantineEntry entry = PoisonTest.entries(rig).get(0);
    assertEquals(REASON, entry.reason());
    assertEquals("validation", entry.component());
    assertEquals(event.getHeaders(), entry.headers());
    assertArrayEquals(event.getBody(), entry.body());
  }

  @Test
  void noiseKeepsTheReasonOfValidation() throws Exception {
    Rig rig = Rig.inMemory(base).put(List.of(refused(PoisonTest.noise())));
    drain(rig);
    assertEquals(REASON, PoisonTest.entries(rig).get(0).reason());
  }

  @Test
  void whatNobodyHasRefusedIsSetAsideToo() throws Exception {
    Rig rig = Rig.inMemory(base).put(List.of(Quotes.event(1), PoisonTest.noise()));
    drain(rig);
    List<QuarantineEntry> entries = PoisonTest.entries(rig);
    assertEquals(2, entries.size());
    assertEquals("the event has no header dataset", entries.get(0).reason());
    assertTrue(entries.get(1).reason().startsWith("it came to the quarantine without being"));
    assertEquals("quarantine", entries.get(1).component());
  }

  @Test
  void anEventThatIsPutAgainAsAPossibleDuplicateIsSetAsideOnce() throws Exception {
    Event again = refused(1);
    again.getHeaders().put(EventHeaders.POSSIBLE_DUPLICATE, "true");
    again.getHeaders().put(EventHeaders.VALIDATION_REASON, "another rule");
    Rig rig = Rig.inMemory(base).put(List.of(refused(1), refused(2)));
    drain(rig);
    rig.put(List.of(again, refused(3)));
    drain(rig);
    assertEquals(3, PoisonTest.entries(rig).size());
  }

  @Test
  void aBatchThatIsDeliveredAgainIsSetAsideOnce() throws Exception {
    Rig rig = Rig.inMemory(base).put(List.of(refused(1), refused(2), refused(3)));
    FlakyChannel flaky = new FlakyChannel(rig.channel());
    flaky.failCommits(1);
    QuarantineSink sink = started(base, flaky, Map.of());
    assertEquals(Status.BACKOFF, sink.process());
    sink.stop();
    QuarantineSink next = started(base, flaky, Map.of("batchSize", "2"));
    Rig.drain(next);
    next.stop();
    assertEquals(3, PoisonTest.entries(rig).size());
  }

  @Test
  void whatCannotBeSetAsideStaysInTheChannelUntilItCan() throws Exception {
    Path inTheWay = Files.writeString(base.resolve("quarantine"), "a file, no folder");
    Rig rig = Rig.inMemory(base).put(List.of(refused(1)));
    QuarantineSink sink = started(base, rig.channel(), Map.of());
    assertEquals(Status.BACKOFF, sink.process());
    Files.delete(inTheWay);
    Rig.drain(sink);
    sink.stop();
    assertEquals(1, PoisonTest.entries(rig).size());
  }

  @Test
  void aSinkOfDataStoresNoRefusedEventButSetsItAside() throws Exception {
    Event passed = Quotes.event(1);
    passed.getHeaders().put(EventHeaders.VALIDATION, EventHeaders.PASSED);
    Rig rig = Rig.inMemory(base).put(List.of(passed, refused(2), Quotes.event(3)));
    ParquetSink sink = rig.start();
    Rig.drain(sink);
    sink.stop();
    assertEquals(List.of("S1", "S3"), rig.lake().symbols());
    assertEquals(REASON, PoisonTest.entries(rig).get(0).reason());
  }

  @Test
  void anUnknownKeyIsRefused() {
    QuarantineSink sink = new QuarantineSink();
    sink.setName("quarantine");
    String message =
        assertThrows(
                ConfigurationException.class,
                () -> sink.configure(new Context(Map.of("quarantinDir", "x"))))
            .getMessage();
    assertEquals(
        "sink quarantine: the key quarantinDir is unknown: did you mean 'quarantineDir'?", message);
  }
}
