package io.stocktrend.sink.batch;

import java.io.IOException;
import java.time.Duration;
import org.apache.flume.Channel;
import org.apache.flume.Event;

/**
 * Takes a batch from a channel: all that is there, and what comes within the allowed delay. A file
 * channel answers an empty take at once, a memory channel only after its {@code keep-alive}.
 */
final class EventTaker {
  private static final long STEP_NANOS = Duration.ofMillis(20).toNanos();
  private static final long NOTICEABLE_NANOS = Duration.ofMillis(1).toNanos();

  /** Waits that a busy machine's scheduler may cause; they end no batch whose events are there. */
  private static final long SCHEDULER_NANOS = Duration.ofMillis(200).toNanos();

  private final int size;
  private final long delayNanos;

  EventTaker(BatchLimits limits) {
    this.size = limits.size();
    this.delayNanos = limits.maxDelay().toNanos();
  }

  /** Hands over the events of the next batch as they come, none if the channel is empty. */
  void take(Channel channel, Intake batch) throws IOException, InterruptedException {
    long waited = 0;
    while (batch.events() < size) {
      long before = System.nanoTime();
      Event event = channel.take();
      if (event == null
          && (batch.events() == 0 || !sleep(Math.min(STEP_NANOS, delayNanos - waited)))) {
        break;
      }
      long took = System.nanoTime() - before;
      boolean waitedForMore = took > NOTICEABLE_NANOS && (event == null || batch.events() > 0);
      if (event != null) {
        batch.add(event);
      }
      waited += waitedForMore ? took : 0;
      if (waitedForMore && waited >= Math.max(delayNanos, SCHEDULER_NANOS)) {
        break;
      }
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped while taking a batch");
    }
  }

  private static boolean sleep(long nanos) throws InterruptedException {
    if (nanos <= 0) {
      return false;
    }
    Thread.sleep(Duration.ofNanos(nanos).toMillis() + 1);
    return true;
  }
}
