package io.stocktrend.agent;

import org.apache.flume.SourceRunner;
import org.apache.flume.lifecycle.LifecycleState;

/**
 * A source runner that stays stopped: Flume's supervisor would start it again within seconds, and
 * channels could never drain.
 */
final class StoppableSourceRunner extends SourceRunner {
  private final SourceRunner runner;
  private boolean stopped;

  StoppableSourceRunner(SourceRunner runner) {
    this.runner = runner;
    setSource(runner.getSource());
  }

  @Override
  public synchronized void start() {
    if (!stopped) {
      runner.start();
    }
  }

  @Override
  public synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    if (runner.getLifecycleState() == LifecycleState.START) {
      runner.stop();
    } else {
      // Flume's runners fail here if they never started; the source still holds what it configured.
      getSource().stop();
    }
  }

  @Override
  public synchronized LifecycleState getLifecycleState() {
    return runner.getLifecycleState();
  }

  @Override
  public String toString() {
    return runner.toString();
  }
}
