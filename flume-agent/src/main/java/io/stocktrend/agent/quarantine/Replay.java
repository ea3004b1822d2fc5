package io.stocktrend.agent.quarantine;

import io.stocktrend.agent.primary.PrimaryStore;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.batch.EventReader;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.QuarantineFile;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.apache.flume.interceptor.Interceptor;

/**
 * Stores entries, then takes them out of their files, a file at a time. A crash between the two
 * leaves entries that are stored; replayed again, they are found by their {@code record_id} and
 * stored no second time.
 */
final class Replay {
  private static final String OF_VALIDATION = EventHeaders.VALIDATION;

  private final Optional<Interceptor> validation;
  private final PrimaryStore target;
  private final EventReader reader = new EventReader();

  /**
   * A replay.
   *
   * @param validation what decides again; empty to store whatever can be read
   */
  Replay(Optional<Interceptor> validation, PrimaryStore target) {
    this.validation = validation;
    this.target = target;
  }

  /** Replays the entries. */
  Outcome run(List<Kept> entries) throws IOException {
    Map<Path, List<Kept>> byFile =
        entries.stream()
            .collect(Collectors.groupingBy(Kept::file, LinkedHashMap::new, Collectors.toList()));
    Map<String, String> refused = new LinkedHashMap<>();
    int stored = 0;
    for (Map.Entry<Path, List<Kept>> file : byFile.entrySet()) {
      Set<String> done = store(file.getValue(), refused);
      FaultPoint.reach("replay.stored");
      if (!done.isEmpty()) {
        QuarantineFile.remove(file.getKey(), done);
      }
      FaultPoint.reach("replay.removed");
      stored += done.size();
    }
    return new Outcome(stored, refused);
  }

  /** Stores what may be stored; the ids of what is stored now. */
  private Set<String> store(List<Kept> entries, Map<String, String> refused) throws IOException {
    IdentityHashMap<Event, String> ids = new IdentityHashMap<>();
    List<Event> events = new ArrayList<>();
    for (Kept kept : entries) {
      Event event = event(kept);
      events.add(event);
      ids.put(event, kept.entry().id());
    }
    List<RefusedEvent> refusals = new ArrayList<>();
    List<RecordEvent> records = reader.read(events, refusals);
    refusals.addAll(target.write(records));
    Set<String> done = new HashSet<>(ids.values());
    for (RefusedEvent refusal : refusals) {
      String id = ids.get(refusal.event());
      done.remove(id);
      refused.put(id, refusal.reason());
    }
    return done;
  }

  private Event event(Kept kept) {
    Map<String, String> headers = new HashMap<>(kept.entry().headers());
    headers.keySet().removeIf(name -> name.startsWith(OF_VALIDATION));
    // So that it is looked up before it is stored, however old its partition is.
    headers.put(EventHeaders.POSSIBLE_DUPLICATE, "true");
    Event event = EventBuilder.withBody(kept.entry().body(), headers);
    return validation.map(interceptor -> interceptor.intercept(event)).orElse(event);
  }

  /**
   * What became of the entries.
   *
   * @param refused reasons by id, of those that stay in the quarantine
   */
  record Outcome(int stored, Map<String, String> refused) {}
}
