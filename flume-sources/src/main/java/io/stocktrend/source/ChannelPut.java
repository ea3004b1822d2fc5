package io.stocktrend.source;

import io.stocktrend.record.EventHeaders;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.state.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flume.ChannelException;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts events into the channel, and waits for one that is full. */
final class ChannelPut {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelPut.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Consumer<List<Event>> channel;
  private final Timing timing;

  /**
   * @param channel takes a list of events in one transaction or throws a ChannelException
   */
  ChannelPut(Consumer<List<Event>> channel, Timing timing) {
    this.channel = channel;
    this.timing = timing;
  }

  /**
   * Returns once the events are in the channel.
   *
   * @param again whether they may be there already
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void put(List<Slice.Item> items, boolean again) throws InterruptedException {
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
}
