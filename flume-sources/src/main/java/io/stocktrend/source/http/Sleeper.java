package io.stocktrend.source.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets the calling thread wait, so that tests can let time pass instead. */
@FunctionalInterface
public interface Sleeper {
  /** The thread's own sleep. */
  Sleeper SYSTEM = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

  /** Returns once so much time has passed, or throws when the thread is to stop. */
  void sleep(Duration duration) throws InterruptedException;
}
