package io.stocktrend.source;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Field;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.state.Cursor;
import io.stocktrend.source.state.Slice;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flume.Event;

/**
 * Takes the records that are new, which are those of a fact with other values than were last
 * emitted of it, and leaves their way into the channel to a {@link Delivery}. Not safe for use by
 * several threads.
 */
final class Emitter {
  private final EventCodec codec = new EventCodec();
  private final Delivery delivery;
  private final Offers waiting;
  private final Cursor cursor;
  private final Stored stored;
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
    this.delivery = new Delivery(channel, state, limits.batchSize, timing);
    this.waiting = delivery.offers();
    this.cursor = delivery.cursor();
    this.stored = limits.stored;
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
    return delivery.delivered();
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
    return waiting.knows(key) || cursor.knows(key) || stored.knows(key);
  }

  /** The natural keys and aliases that begin so. */
  NavigableSet<String> known(String prefix) {
    NavigableSet<String> known = new TreeSet<>(cursor.known(prefix));
    known.addAll(stored.known(prefix));
    waiting.known(prefix).forEach(known::add);
    return known;
  }

  /** The text that was last set under that name. */
  Optional<String> mark(String name) {
    return waiting.mark(name).or(() -> cursor.mark(name));
  }

  /**
   * Sets a text that the feed needs to know after a restart, such as how far it has read. It is
   * kept once all that was offered before is in the channel, and lost if a crash comes first.
   */
  void mark(String name, String value) {
    waiting.mark(name, value);
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
    String fingerprint = Fingerprint.of(record);
    if (stored.hasRecord(id) || isUnchanged(RecordId.naturalKey(id), fingerprint)) {
      unchanged++;
    } else {
      take(record, fingerprint, aliases);
    }
  }

  /**
   * Takes a record of a fact that is told once, unless it is known; what is said of it later is not
   * compared, so that less of it need be remembered.
   *
   * @param aliases further keys that the fact is known by from now on
   */
  void offerOnce(SpecificRecordBase record, Collection<String> aliases)
      throws IOException, InterruptedException {
    if (knows(RecordId.naturalKey((String) record.get(Field.RECORD_ID.position())))) {
      unchanged++;
    } else {
      take(record, "", aliases);
    }
  }

  private void take(SpecificRecordBase record, String fingerprint, Collection<String> aliases)
      throws IOException, InterruptedException {
    String key = RecordId.naturalKey((String) record.get(Field.RECORD_ID.position()));
    Slice.Identity identity = new Slice.Identity(key, fingerprint, List.copyOf(aliases));
    Event event = codec.encode(record);
    waiting.add(new Slice.Item(identity, event.getHeaders(), event.getBody()));
    if (delivery.hasWholeSlice()) {
      flush();
    }
  }

  private boolean isUnchanged(String key, String fingerprint) {
    return waiting
        .fingerprint(key)
        .map(fingerprint::equals)
        .orElseGet(() -> delivery.hasDelivered(key, fingerprint));
  }

  /**
   * Puts what has been taken into the channel, first of all the slice that a stop or a failure has
   * cut off; returns once it is there.
   *
   * @throws IOException if the state cannot be written; nothing is lost, the next call goes on
   */
  void flush() throws IOException, InterruptedException {
    delivery.flush();
  }

  /**
   * Remembers durably that the round that began at that time is complete.
   *
   * @param memory how long a key is known after it was last offered
   */
  void complete(Instant start, Duration memory) throws IOException {
    delivery.complete(start, memory);
  }
}
