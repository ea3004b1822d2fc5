package io.stocktrend.sink.batch;

import io.stocktrend.record.Settings;
import java.time.Duration;

/**
 * How much one transaction takes.
 *
 * @param size most events of a batch
 * @param maxDelay how long a batch that is not full waits for more events after its first
 */
public record BatchLimits(int size, Duration maxDelay) {
  /** The largest {@code batchSize} that any sink of this project has ever taken. */
  public static final int LARGEST_SIZE = 100_000;

  private static final int DEFAULT_SIZE = 1000;
  private static final Duration DEFAULT_DELAY = Duration.ofSeconds(5);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

  static BatchLimits of(Settings settings) {
    return new BatchLimits(
        settings.integer("batchSize", DEFAULT_SIZE, 1, LARGEST_SIZE),
        settings.duration("batchMaxDelay", DEFAULT_DELAY, Duration.ZERO, LONGEST_DELAY));
  }
}
