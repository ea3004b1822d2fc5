package io.stocktrend.source.http;

import io.stocktrend.source.provider.SteppedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets several threads live in one virtual time: it passes only once all of them sleep, and then to
 * where the first of them wakes. So what a thread does takes no time, as seen by the others.
 */
final class SharedSleep implements Sleeper {
  private final SteppedTime time;
  private final List<Instant> sleeping = new ArrayList<>();
  private int threads;

  SharedSleep(SteppedTime time, int threads) {
    this.time = time;
    this.threads = threads;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (duration.isZero() || duration.isNegative()) {
      return;
    }
    Instant end = time.instant().plus(duration);
    sleeping.add(end);
    passIfAllSleep();
    while (time.instant().isBefore(end)) {
      wait();
    }
  }

  /** A thread has nothing left to do: the others no longer wait for it. */
  synchronized void leave() {
    threads--;
    passIfAllSleep();
  }

  private void passIfAllSleep() {
    if (sleeping.size() == threads && threads > 0) {
      Instant first = sleeping.stream().min(Instant::compareTo).orElseThrow();
      time.pass(Duration.between(time.instant(), first));
      sleeping.removeIf(end -> !end.isAfter(first));
      notifyAll();
    }
  }
}
