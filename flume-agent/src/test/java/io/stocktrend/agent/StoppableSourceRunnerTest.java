package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.apache.flume.SourceRunner;
import org.apache.flume.lifecycle.LifecycleState;
import org.junit.jupiter.api.Test;

final class StoppableSourceRunnerTest {
  private final CountingRunner counting = new CountingRunner();
  private final StoppableSourceRunner runner = new StoppableSourceRunner(counting);

  @Test
  void aStoppedRunnerStaysStoppedThoughTheSupervisorStartsIt() {
    runner.start();
    runner.stop();
    runner.start();
    assertEquals(1, counting.starts);
    assertEquals(1, counting.stops);
  }

  @Test
  void aSecondStopDoesNothing() {
    runner.start();
    runner.stop();
    runner.stop();
    assertEquals(1, counting.stops);
  }

  @Test
  void aRunnerThatNeverStartedIsNotStoppedButItsSourceIs() {
    runner.stop();
    assertEquals(0, counting.stops);
    assertEquals(LifecycleState.STOP, runner.getSource().getLifecycleState());
  }

  @Test
  void theSourceIsTheRunnersOwn() {
    assertSame(counting.getSource(), runner.getSource());
  }

  private static final class CountingRunner extends SourceRunner {
    private int starts;
    private int stops;

    CountingRunner() {
      setSource(new PickySource());
    }

    @Override
    public void start() {
      starts++;
    }

    @Override
    public void stop() {
      stops++;
    }

    @Override
    public LifecycleState getLifecycleState() {
      return starts > stops ? LifecycleState.START : LifecycleState.STOP;
    }
  }
}
