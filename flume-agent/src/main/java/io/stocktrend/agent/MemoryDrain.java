package io.stocktrend.agent;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits, once the sources have stopped, until memory channels are empty: what they hold dies with
 * the process. Ends early when no sink takes anything for {@link #STALL}.
 */
final class MemoryDrain {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryDrain.class);

  /** Longer than a memory channel's default keep-alive, for which a sink waits to fill a batch. */
  static final Duration STALL = Duration.ofSeconds(4);

  private static final Duration LOOK = Duration.ofMillis(20);

  private final Duration limit;
  private final Function<String, ChannelCounts> counts;

  MemoryDrain(Duration limit, Function<String, ChannelCounts> counts) {
    this.limit = limit;
    this.counts = counts;
  }

  /** Returns what the channels still hold when it gives up, 0 when they are empty. */
  long await(List<String> channels) throws InterruptedException {
    long remaining = remaining(channels);
    long start = System.nanoTime();
    long progress = start;
    while (remaining > 0 && since(start) < limit.toNanos() && since(progress) < STALL.toNanos()) {
      Thread.sleep(LOOK.toMillis());
      long now = remaining(channels);
      if (now < remaining) {
        progress = System.nanoTime();
      }
      remaining = now;
    }
    if (remaining > 0) {
      LOG.warn(
          "Memory channels {} still held {} events when draining ended: they are lost. Raise"
              + " -Dstocktrend.drainTimeout, or use file channels",
          channels,
          remaining);
    }
    return remaining;
  }

  private long remaining(List<String> channels) {
    return channels.stream().mapToLong(channel -> counts.apply(channel).remaining()).sum();
  }

  private static long since(long nanos) {
    return System.nanoTime() - nanos;
  }
}
