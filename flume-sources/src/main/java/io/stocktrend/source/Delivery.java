package io.stocktrend.source;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.state.Cursor;
import io.stocktrend.source.state.Slice;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flume.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what was offered into the channel, slice by slice, and moves the cursor past each slice
 * once it is there. A slice is written down first, so that after a crash the very same events are
 * put again, marked as possible duplicates, instead of being asked for anew with other times. A
 * full channel is waited for. Not safe for use by several threads.
 */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final ChannelPut channel;
  private final SourceState state;
  private final Cursor cursor;
  private final int batchSize;
  private final Clock clock;
  private final Offers offers = new Offers();
  private Slice underWay;
  private boolean cursorIsAhead;
  private long delivered;

  /**
   * @param channel takes a list of events in one transaction or throws a ChannelException
   * @param batchSize events in a slice at the most
   */
  Delivery(Consumer<List<Event>> channel, SourceState state, int batchSize, Timing timing)
      throws IOException {
    this.channel = new ChannelPut(channel, timing);
    this.state = state;
    this.cursor = state.loadCursor();
    this.underWay =
        state.loadSlice().filter(s -> s.sequence() == cursor.sequence() + 1).orElse(null);
    this.batchSize = batchSize;
    this.clock = timing.clock();
  }

  /** What is still to be brought into the channel. */
  Offers offers() {
    return offers;
  }

  Cursor cursor() {
    return cursor;
  }

  /** Events that went into the channel since the source started. */
  long delivered() {
    return delivered;
  }

  /** Whether as much was offered as is put at once. */
  boolean hasWholeSlice() {
    return offers.size() >= batchSize;
  }

  /** Whether these values were the last in the channel of that key; if so, they were met today. */
  boolean hasDelivered(String key, String fingerprint) {
    return cursor.hasEmitted(key, fingerprint, today());
  }

  /**
   * Puts what was offered into the channel, first of all the slice that a stop or a failure has cut
   * off; returns once it is there.
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
    while (offers.size() > 0) {
      Slice slice = offers.slice(cursor.sequence() + 1, batchSize);
      state.saveSlice(slice);
      FaultPoint.reach("source.slice-saved");
      underWay = slice;
      deliver(false);
    }
    offers.settle().forEach(cursor::mark);
    saveCursor();
  }

  private void deliver(boolean again) throws IOException, InterruptedException {
    List<Slice.Item> items = underWay.items();
    // A slice of the run before may be larger than the batches of this one.
    for (int from = 0; from < items.size(); from += batchSize) {
      channel.put(items.subList(from, Math.min(from + batchSize, items.size())), again);
    }
    FaultPoint.reach("source.slice-put");
    cursor.moveTo(underWay, today());
    underWay = null;
    cursorIsAhead = true;
    delivered += items.size();
    offers.delivered(items);
    saveCursor();
    FaultPoint.reach("source.cursor-saved");
  }

  /** A slice may be written down only once the cursor stands behind the one before it. */
  private void saveCursor() throws IOException {
    state.saveCursor(cursor);
    cursorIsAhead = false;
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
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
