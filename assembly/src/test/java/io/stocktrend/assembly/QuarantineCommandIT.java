package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.interceptor.ValidationInterceptor;
import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import io.stocktrend.sink.quarantine.QuarantineStore;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.apache.flume.interceptor.Interceptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stocktrend quarantine} through the launcher, beside an agent and without one. */
final class QuarantineCommandIT {
  private static final int KILLED = 137;
  private static final List<String> STEPS =
      List.of("sink.part-written", "sink.part-renamed", "replay.stored", "replay.removed");

  private final DistributionHome home = DistributionHome.built();
  private final EventCodec codec = new EventCodec();

  @TempDir Path folder;

  private Quarantine quarantine;
  private PartFiles parts;

  @BeforeEach
  void look() {
    quarantine = new Quarantine(folder.resolve("data/quarantine"));
    parts = new PartFiles(folder.resolve("data/raw"));
  }

  private Event good(int number) {
    return codec.encode(FilledFileChannel.quote(number));
  }

  private Event changed(int number, String column, Object value) throws Exception {
    Event event = good(number);
    DatasetRecord record = codec.decode(event);
    record.values().put(column, value);
    codec.update(event, record);
    return event;
  }

  private static Event with(Event event, String header, String value) {
    event.getHeaders().put(header, value);
    return event;
  }

  private List<Event> poison() throws Exception {
    Event noise = EventBuilder.withBody("noise", StandardCharsets.UTF_8, good(1).getHeaders());
    Event bare = EventBuilder.withBody(good(1).getBody(), new HashMap<>());
    return List.of(
        noise,
        bare,
        with(good(2), EventHeaders.SCHEMA_FINGERPRINT, "00000000deadbeef"),
        changed(3, "record_id", ""),
        changed(4, "close", Double.NaN));
  }

  /** As a source's events come to the sinks of an agent that validates. */
  private static List<Event> validated(List<Event> events) {
    ValidationInterceptor.Builder builder = new ValidationInterceptor.Builder();
    builder.configure(new Context());
    Interceptor validation = builder.build();
    return validation.intercept(events);
  }

  private static Event refused(Event event) {
    with(event, EventHeaders.VALIDATION, EventHeaders.REFUSED);
    with(event, EventHeaders.VALIDATION_COMPONENT, "validation");
    return with(event, EventHeaders.VALIDATION_REASON, "collected_at is ahead of the clock");
  }

  private String stocktrend(int exitCode, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("quarantine"));
    all.addAll(Arrays.asList(arguments));
    try (AgentProcess command = home.stocktrend(folder, all.toArray(String[]::new))) {
      assertEquals(exitCode, command.awaitExit(), command.out() + command.err());
      return command.out() + command.err();
    }
  }

  @Test
  void poisonIsListedShownAndWhatIsGoodByNowIsReplayedBesideTheRunningAgent() throws Exception {
    FilledFileChannel channel = new FilledFileChannel(folder.resolve("channel"));
    channel.put(validated(poison()));
    channel.put(List.of(refused(good(5))));
    channel.put(validated(List.of(good(6), good(7))));
    try (AgentProcess agent =
        home.flumeNg(folder, "agent", "-f", channel.drainedInto("data/raw").toString())) {
      agent.await(() -> parts.rows() >= 2, "2 rows");
      agent.await(() -> quarantine.entries().size() >= 6, "6 events in quarantine");
      assertListed();
      assertShown();

      assertTrue(stocktrend(1, "replay").contains("1 replayed, 5 refused again"));
      assertEquals(new PartFiles.Count(3, 3), parts.count());
      assertTrue(stocktrend(1, "replay").contains("0 replayed, 5 refused again"));
      String forced = stocktrend(0, "replay", "--force", id("close"));
      assertTrue(forced.contains("1 replayed, 0 refused again"), forced);
      assertEquals(new PartFiles.Count(4, 4), parts.count());
      assertTrue(agent.isAlive());
      agent.terminate();
    }
    assertEquals(4, quarantine.entries().size());
    assertEquals(List.of(), parts.hidden());
  }

  private String id(String ofReason) {
    return quarantine.entries().stream()
        .filter(entry -> entry.reason().contains(ofReason))
        .map(QuarantineEntry::id)
        .findFirst()
        .orElseThrow(() -> new AssertionError(quarantine.reasons()));
  }

  private void assertListed() throws Exception {
    String list = stocktrend(0, "list", "--format", "csv");
    assertTrue(list.startsWith("id,time,agent,component,dataset,key,reason"), list);
    for (String reason : quarantine.reasons()) {
      assertTrue(list.replace("\"\"", "\"").contains(reason), reason + " in " + list);
    }
    assertTrue(list.contains(",raw,validation,financial_data,S4,"), list);
  }

  private void assertShown() throws Exception {
    String shown = stocktrend(0, "show", id("close").substring(0, 12));
    assertTrue(shown.contains("\"symbol\" : \"S4\"") && shown.contains("\"NaN\""), shown);
    String noise = stocktrend(0, "show", id("Avro binary"));
    assertTrue(noise.contains("\"body_hex\" : \"6e6f697365\""), noise);
    String unknown = stocktrend(2, "show", "zz");
    assertTrue(unknown.contains("has the id 'zz': see 'stocktrend quarantine list'"), unknown);
  }

  @Test
  void whateverKillsAReplayItsEventsLandOnce() throws Exception {
    setAside(List.of(refused(good(1)), refused(good(2)), refused(good(3))));
    for (String step : STEPS) {
      Map<String, String> options = Map.of("STOCKTREND_OPTS", "-Dstocktrend.faultPoint=" + step);
      try (AgentProcess killed = home.run(folder, "stocktrend", options, "quarantine", "replay")) {
        assertEquals(KILLED, killed.awaitExit(), step + killed.out() + killed.err());
      }
      if (step.equals("replay.stored")) {
        assertEquals(3, quarantine.entries().size());
      }
    }
    assertEquals(List.of(), quarantine.entries());
    setAside(List.of(refused(good(3)), refused(good(4))));
    assertTrue(stocktrend(0, "replay").contains("2 replayed, 0 refused again"));
    assertEquals(new PartFiles.Count(4, 4), parts.count());
    assertEquals(List.of(), parts.hidden());
    assertTrue(stocktrend(0, "list", "--format", "csv").endsWith("reason\r\n"));
  }

  private void setAside(List<Event> events) throws Exception {
    new QuarantineStore(quarantine.folder(), "parquet", Clock.systemUTC())
        .store(events.stream().map(one -> RefusedEvent.byValidation(one).orElseThrow()).toList());
  }
}
