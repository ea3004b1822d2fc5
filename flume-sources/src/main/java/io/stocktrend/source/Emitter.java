package io.stocktrend.source;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.FaultPoint;
import io.stocktrend.record.Field;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.http.Sleeper;
import io.stocktrend.source.state.Cursor;
import io.stocktrend.source.state.Slice;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
  private final Sleeper sleeper;
  private final EventCodec codec = new EventCodec();
  private final Map<String, Slice.Item> waiting = new LinkedHashMap<>();
  private Slice underWay;
  private boolean cursorIsAhead;
  private long emitted;
  private long unchanged;

  /**
   * @param channel takes a list of events in one transaction or throws a ChannelException
   * @param batchSize events in a slice at the most
   */
  Emitter(Consumer<List<Event>> channel, SourceState state, int batchSize, Sleeper sleeper)
      throws IOException {
    this.channel = channel;
    this.state = state;
    this.cursor = state.loadCursor();
    this.underWay =
        state.loadSlice().filter(s -> s.sequence() == cursor.sequence() + 1).orElse(null);
    this.batchSize = batchSize;
    this.sleeper = sleeper;
  }

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

  /** Takes a record, unless its values are those last taken of the same fact. */
  void offer(SpecificRecordBase record) throws IOException, InterruptedException {
    String key = RecordId.naturalKey((String) record.get(Field.RECORD_ID.position()));
    String fingerprint = Fingerprint.of(record);
    Slice.Item before = waiting.get(key);
    boolean isUnchanged =
        before == null
            ? cursor.hasEmitted(key, fingerprint)
            : before.fingerprint().equals(fingerprint);
    if (isUnchanged) {
      unchanged++;
      return;
    }
    if (before != null) {
      flush();
    }
    Event event = codec.encode(record);
    waiting.put(key, new Slice.Item(key, fingerprint, event.getHeaders(), event.getBody()));
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
      Slice slice =
          new Slice(cursor.sequence() + 1, waiting.values().stream().limit(batchSize).toList());
      state.saveSlice(slice);
      FaultPoint.reach("source.slice-saved");
      underWay = slice;
      deliver(false);
    }
  }

  private void deliver(boolean again) throws IOException, InterruptedException {
    List<Slice.Item> items = underWay.items();
    // A slice of the run before may be larger than the batches of this one.
    for (int from = 0; from < items.size(); from += batchSize) {
      put(items.subList(from, Math.min(from + batchSize, items.size())), again);
    }
    FaultPoint.reach("source.slice-put");
    cursor.moveTo(underWay);
    underWay = null;
    cursorIsAhead = true;
    emitted += items.size();
    items.forEach(item -> waiting.remove(item.key(), item));
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
      sleeper.sleep(wait);
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

  /** Remembers durably that the round that began at that time is complete. */
  void complete(Instant start) throws IOException {
    cursor.ran(start);
    saveCursor();
  }
}
