package io.stocktrend.sink.batch;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.quarantine.QuarantineStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.flume.Context;
import org.apache.flume.conf.BatchSizeSupported;
import org.apache.flume.conf.Configurable;
import org.apache.flume.sink.AbstractSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sink: the life cycle that Flume asks for around one transaction loop over one batch writer. */
public abstract class BatchSink extends AbstractSink implements Configurable, BatchSizeSupported {
  private static final Logger LOG = LoggerFactory.getLogger(BatchSink.class);
  private static final String DEFAULT_QUARANTINE = "data/quarantine";
  private static final long LEAST_QUARANTINE = 1L << 20;
  private static final long LARGEST_QUARANTINE = 1L << 40;

  private BatchLimits limits;
  private BatchWriter writer;
  private BatchSinkCounter counter;
  private TransactionLoop loop;

  /**
   * Makes the writer that the settings ask for, without opening it; asks for every key it knows.
   */
  protected abstract BatchWriter writer(Settings settings);

  @Override
  public final void configure(Context context) {
    Settings settings = Settings.of("sink " + getName(), context);
    limits = BatchLimits.of(settings);
    QuarantineStore quarantine = quarantine(settings);
    BatchWriter configured = writer(settings);
    settings.refuseUnknown();
    configured.open();
    release();
    writer = configured;
    counter = new BatchSinkCounter(getName(), quarantine);
    loop =
        new TransactionLoop(
            getName(), limits, new TransactionLoop.Destination(writer, quarantine), counter);
  }

  private QuarantineStore quarantine(Settings settings) {
    Path folder = Path.of(settings.text("quarantineDir", DEFAULT_QUARANTINE));
    long maxBytes =
        settings.number(
            "quarantineMaxBytes",
            QuarantineStore.DEFAULT_MAX_BYTES,
            LEAST_QUARANTINE,
            LARGEST_QUARANTINE);
    return new QuarantineStore(folder, getName(), maxBytes, Clock.systemUTC());
  }

  @Override
  public final long getBatchSize() {
    return limits.size();
  }

  @Override
  public final synchronized void start() {
    counter.start();
    super.start();
  }

  @Override
  public final Status process() {
    return loop.run(getChannel());
  }

  @Override
  public final synchronized void stop() {
    release();
    counter.stop();
    super.stop();
  }

  private void release() {
    if (writer == null) {
      return;
    }
    try {
      writer.close();
    } catch (IOException e) {
      LOG.warn("sink {} could not give up what it had claimed: {}", getName(), e.toString());
    }
    writer = null;
  }
}
