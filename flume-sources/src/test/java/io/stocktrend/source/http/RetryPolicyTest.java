package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private final RetryPolicy policy = RetryPolicy.of(20);

  @Test
  void theBackOffDoublesUpToItsCap() {
    long[] millis =
        IntStream.rangeClosed(1, 8)
            .mapToLong(n -> policy.backOff(n, () -> 0L).toMillis())
            .toArray();
    assertEquals(
        "500 1000 2000 4000 8000 16000 30000 30000",
        String.join(" ", Arrays.stream(millis).mapToObj(Long::toString).toList()));
  }

  @Test
  void chanceTakesUpToHalfOfIt() {
    SplittableRandom random = new SplittableRandom(7);
    long[] millis =
        IntStream.range(0, 1000).mapToLong(n -> policy.backOff(1, random).toMillis()).toArray();
    long least = Arrays.stream(millis).min().orElseThrow();
    long most = Arrays.stream(millis).max().orElseThrow();
    assertTrue(least >= 250 && least < 260, "least " + least);
    assertTrue(most <= 500 && most > 490, "most " + most);
  }

  @Test
  void aHundredthAttemptStillWaitsTheCap() {
    assertEquals(Duration.ofSeconds(30), policy.backOff(5000, () -> 0L));
  }
}
