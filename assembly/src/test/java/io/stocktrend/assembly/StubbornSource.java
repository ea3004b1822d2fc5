package io.stocktrend.assembly;

import java.util.concurrent.locks.LockSupport;
import org.apache.flume.Context;
import org.apache.flume.source.AbstractEventDrivenSource;

/** A source that never comes back from its stop. */
public final class StubbornSource extends AbstractEventDrivenSource {
  @Override
  protected void doConfigure(Context context) {}

  @Override
  protected void doStart() {}

  @Override
  protected void doStop() {
    while (true) {
      LockSupport.parkNanos(1_000_000_000);
    }
  }
}
