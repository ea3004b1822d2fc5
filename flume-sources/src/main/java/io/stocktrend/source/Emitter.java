package io.stocktrend.source;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.FaultPoint;
import io.stocktrend.record.Field;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.state.Cursor;
import io.stocktrend.source.state.Slice;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flume.ChannelException;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what is new into the channel, slice by slice, and moves the cursor past each slice once it
 * is there. A slice is written down first, so that after a crash the very same events are put
 * again, marked as possible duplicates, instead of being asked for anew with other times. A full
 * channel is waited for. Not safe for use by several threads.
 */
final class Emitter {
  private static final Logger LOG = LoggerFactory.getLogger(Emitter.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Consumer<List<Event>> channel;
  private final SourceState state;
  private final Cursor cursor;
  private final int batchSize;
  private final Timing timing;
  private final EventCodec codec = new EventCodec();
  private final List<Slice.Item> waiting = new ArrayList<>();
  private final Map<String, String> waitingFingerprints = new HashMap<>();
  private final Set<String> waitingAliases = new TreeSet<>();
  private final Map<String, String> waitingMarks = new LinkedHashMap<>();
  private final Stored stored;
  private Slice underWay;
  private boolean cursorIsAhead;
  private long emitted;
  private long unchanged;

  /**
   * @param channel takes a list of events in one transaction or throws a ChannelException
   * @param batchSize events in a slice at the most
   */
  Emitter(Consumer<List<Event>> channel, SourceState state, int batchSize, Timing timing)
      throws IOException {
    this(channel, state, new Limits(batchSize, new Stored()), timing);
  }

  /** The same, without what is stored already. */
  Emitter(Consumer<List<Event>> channel, SourceState state, Limits limits, Timing timing)
      throws IOException {
    this.channel = channel;
    this.state = state;
    this.cursor = state.loadCursor();
    this.underWay =
        state.loadSlice().filter(s -> s.sequence() == cursor.sequence() + 1).orElse(null);
    this.batchSize = limits.batchSize;
    this.stored = limits.stored;
    this.timing = timing;
  }

  /**
   * What is put at once, and what never.
   *
   * @param stored rows that are not taken again
   */
  record Limits(int batchSize, Stored stored) {}

  Cursor cursor() {
    return cursor;
  }

  /** Events that went into the channel since the source started. */
  long emitted() {
    return emitted;
  }

  /** Records that were not taken because the same values had been. */
  long unchanged() {
    return unchanged;
  }

  /**
   * Whether a record was ever taken under that natural key or alias, within the feed's {@link
   * Feed#memory}.
   */
  boolean knows(String key) {
    return waitingFingerprints.containsKey(key)
        || waitingAliases.contains(key)
        || cursor.knows(key)
        || stored.knows(key);
  }

  /** The natural keys and aliases that begin so. */
  NavigableSet<String> known(String prefix) {
    NavigableSet<String> known = new TreeSet<>(cursor.known(prefix));
    known.addAll(stored.known(prefix));
    Stream.concat(waitingFingerprints.keySet().stream(), waitingAliases.stream())
        .filter(key -> key.startsWith(prefix))
        .forEach(known::add);
    return known;
  }

  /** The text that was last set under that name. */
  Optional<String> mark(String name) {
    String waits = waitingMarks.get(name);
    return waits == null ? cursor.mark(name) : Optional.of(waits);
  }

  /**
   * Sets a text that the feed needs to know after a restart, such as how far it has read. It is
   * kept once all that was offered before is in the channel, and lost if a crash comes first.
   */
  void mark(String name, String value) {
    waitingMarks.put(name, value);
  }

  /** Takes a record, unless its values are those last taken of the same fact. */
  void offer(SpecificRecordBase record) throws IOException, InterruptedException {
    offer(record, List.of());
  }

  /**
   * Takes a record, unless its values are those last taken of the same fact.
   *
   * @param aliases further keys that the fact is known by from now on
   */
  void offer(SpecificRecordBase record, Collection<String> aliases)
      throws IOException, InterruptedException {
    String id = (String) record.get(Field.RECORD_ID.position());
    if (stored.hasRecord(id)) {
      unchanged++;
      return;
    }
    String key = RecordId.naturalKey(id);
    String fingerprint = Fingerprint.of(record);
    String before = waitingFingerprints.get(key);
    boolean isUnchanged =
        before == null ? cursor.hasEmitted(key, fingerprint, today()) : before.equals(fingerprint);
    if (isUnchanged) {
      unchanged++;
      return;
    }
    Slice.Identity identity = new Slice.Identity(key, fingerprint, List.copyOf(aliases));
    Event event = codec.encode(record);
    waiting.add(new Slice.Item(identity, event.getHeaders(), event.getBody()));
    waitingFingerprints.put(key, fingerprint);
    waitingAliases.addAll(aliases);
    if (waiting.size() >= batchSize) {
      flush();
    }
  }

  /**
   * Puts what has been taken into the channel, first of all the slice that a stop or a failure has
   * cut off; returns once it is there.
   *
   * @throws IOException if the state cannot be written; nothing is lost, the next call goes on
   */
  void flush() throws IOException, InterruptedException {
    if (cursorIsAhead) {
      saveCursor();
    }
    if (underWay != null) {
      LOG.info("Putting {} events again that were on their way.", underWay.items().size());
      deliver(true);
    }
    while (!waiting.isEmpty()) {
      boolean isLast = waiting.size() <= batchSize;
      Slice slice =
          new Slice(
              cursor.sequence() + 1,
              waiting.stream().limit(batchSize).toList(),
              isLast ? waitingMarks : Map.of());
      state.saveSlice(slice);
      FaultPoint.reach("source.slice-saved");
      underWay = slice;
      deliver(false);
    }
    waitingFingerprints.clear();
    waitingAliases.clear();
    waitingMarks.forEach(cursor::mark);
    waitingMarks.clear();
    saveCursor();
  }

  private void deliver(boolean again) throws IOException, InterruptedException {
    List<Slice.Item> items = underWay.items();
    // A slice of the run before may be larger than the batches of this one.
    for (int from = 0; from < items.size(); from += batchSize) {
      put(items.subList(from, Math.min(from + batchSize, items.size())), again);
    }
    FaultPoint.reach("source.slice-put");
    cursor.moveTo(underWay, today());
    underWay = null;
    cursorIsAhead = true;
    emitted += items.size();
    Set<Slice.Item> delivered = Collections.newSetFromMap(new IdentityHashMap<>());
    delivered.addAll(items);
    waiting.removeIf(delivered::contains);
    saveCursor();
    FaultPoint.reach("source.cursor-saved");
  }

  /** A slice may be written down only once the cursor stands behind the one before it. */
  private void saveCursor() throws IOException {
    state.saveCursor(cursor);
    cursorIsAhead = false;
  }

  private void put(List<Slice.Item> items, boolean again) throws InterruptedException {
    Duration wait = FIRST_WAIT;
    boolean repeated = again;
    while (true) {
      try {
        channel.accept(events(items, repeated));
        return;
      } catch (ChannelException e) {
        LOG.warn(
            "The channel takes no events, trying again in {} s: {}",
            wait.toSeconds(),
            e.getMessage());
      }
      timing.sleeper().sleep(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      // One of several channels may have taken the slice before another refused it.
      repeated = true;
    }
  }

  private static List<Event> events(List<Slice.Item> items, boolean again) {
    List<Event> events = new ArrayList<>(items.size());
    for (Slice.Item item : items) {
      Map<String, String> headers = new HashMap<>(item.headers());
      if (again) {
        headers.put(EventHeaders.POSSIBLE_DUPLICATE, "true");
      }
      events.add(EventBuilder.withBody(item.body().clone(), headers));
    }
    return events;
  }

  /**
   * Remembers durably that the round that began at that time is complete.
   *
   * @param memory how long a key is known after it was last offered
   */
  void complete(Instant start, Duration memory) throws IOException {
    cursor.ran(start);
    cursor.forgetBefore(today().minusDays(memory.toDays()));
    state.settleCursor(cursor);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(timing.clock().instant(), ZoneOffset.UTC);
  }
}
