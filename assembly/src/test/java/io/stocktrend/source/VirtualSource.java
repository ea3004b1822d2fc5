package io.stocktrend.source;

import io.stocktrend.source.http.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.flume.Context;
import org.apache.flume.PollableSource;
import org.apache.flume.conf.BatchSizeSupported;
import org.apache.flume.conf.Configurable;
import org.apache.flume.source.AbstractSource;

/**
 * One of the five sources on a virtual clock, for the agent file of a soak: all else of the agent
 * is what it always is. Says when it is idle, and sleeps no real time until the clock has jumped
 * on.
 */
public abstract class VirtualSource extends AbstractSource
    implements PollableSource, Configurable, BatchSizeSupported {
  private static final VirtualTime TIME = open();

  private final ScheduledSource source;

  VirtualSource(Function<Timing, ScheduledSource> source) {
    this.source = source.apply(TIME.timing());
  }

  private static VirtualTime open() {
    try {
      return VirtualTime.open(Path.of(System.getProperty(VirtualTime.FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@link FinancialSource}. */
  public static final class Quotes extends VirtualSource {
    public Quotes() {
      super(FinancialSource::new);
    }
  }

  /** {@link MovementSource}. */
  public static final class Movements extends VirtualSource {
    public Movements() {
      super(MovementSource::new);
    }
  }

  /** {@link NewsSource}. */
  public static final class News extends VirtualSource {
    public News() {
      super(NewsSource::new);
    }
  }

  /** {@link MacroSource}. */
  public static final class Macro extends VirtualSource {
    public Macro() {
      super(MacroSource::new);
    }
  }

  /** {@link PolicySource}. */
  public static final class Policy extends VirtualSource {
    public Policy() {
      super(PolicySource::new);
    }
  }

  @Override
  public void configure(Context context) {
    source.setName(getName());
    source.configure(context);
  }

  @Override
  public long getBatchSize() {
    return source.getBatchSize();
  }

  @Override
  public synchronized void start() {
    source.setChannelProcessor(getChannelProcessor());
    source.start();
    VitalSigns.show(TIME, getName().matches("macro|policy") ? "context" : "raw");
    super.start();
  }

  @Override
  public Status process() {
    TIME.busy(getName());
    if (source.process() == Status.READY) {
      return Status.READY;
    }
    try {
      Figures.awaitDrained(TIME);
      long due = Figures.nextRun(getName());
      TIME.idle(getName(), due);
      while (TIME.millis() < due) {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Status.BACKOFF;
    }
    return Status.READY;
  }

  /** Asked for only after a stop has interrupted the wait. */
  @Override
  public long getBackOffSleepIncrement() {
    return 1;
  }

  @Override
  public long getMaxBackOffSleepInterval() {
    return 1;
  }

  @Override
  public synchronized void stop() {
    source.stop();
    super.stop();
  }
}
