package io.stocktrend.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a simulator, which every waiting exchange watches for. */
final class Closing {

  private final CountDownLatch closing = new CountDownLatch(1);

  void begin() {
    closing.countDown();
  }

  boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Waits; false if the simulator closed or the thread was interrupted meanwhile. */
  boolean pause(Duration duration) {
    try {
      return duration.isZero() || !closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
