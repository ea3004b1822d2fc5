package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class MemoryDrainTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void emptyChannelsCostNoTime() throws Exception {
    long start = System.nanoTime();
    assertEquals(0, drain(LONG, 0).await(List.of("a", "b")));
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1000);
  }

  @Test
  void aChannelThatShrinksIsWaitedFor() throws Exception {
    assertEquals(0, drain(LONG, 300, 200, 100, 0).await(List.of("a")));
  }

  @Test
  void theLimitEndsTheWait() throws Exception {
    assertEquals(100, drain(Duration.ofMillis(50), 100).await(List.of("a")));
  }

  @Test
  void aSinkThatTakesNothingEndsTheWaitBeforeTheLimit() throws Exception {
    assertEquals(100, drain(LONG, 300, 100).await(List.of("a")));
  }

  @Test
  void anOpenTakeCountsThoughItLeftTheChannel() {
    assertEquals(40, new ChannelCounts(0, 100, 60).remaining());
    assertEquals(30, new ChannelCounts(30, 10, 90).remaining());
  }

  @Test
  void aChannelWithoutCountersIsEmpty() {
    assertEquals(0, ChannelCounts.of("never-started").remaining());
  }

  /** Counts that follow each other and stay at the last. */
  private static MemoryDrain drain(Duration limit, long... sizes) {
    Deque<Long> left = new ArrayDeque<>();
    for (long size : sizes) {
      left.add(size);
    }
    Function<String, ChannelCounts> counts =
        channel -> {
          long size = left.size() > 1 ? left.poll() : left.element();
          return new ChannelCounts(size, 0, 0);
        };
    return new MemoryDrain(limit, counts);
  }
}
