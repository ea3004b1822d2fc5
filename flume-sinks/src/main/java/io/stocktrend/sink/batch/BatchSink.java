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
    Path quarantineDir = Path.of(settings.text("quarantineDir", DEFAULT_QUARANTINE));
    BatchWriter configured = writer(settings);
    settings.refuseUnknown();
    configured.open();
    release();
    writer = configured;
    QuarantineStore quarantine = new QuarantineStore(quarantineDir, getName(), Clock.systemUTC());
    counter = new BatchSinkCounter(getName(), quarantine.depth());
    loop =
        new TransactionLoop(
            getName(), limits, new TransactionLoop.Destination(writer, quarantine), counter);
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
