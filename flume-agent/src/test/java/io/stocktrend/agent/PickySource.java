package io.stocktrend.agent;

import org.apache.flume.Context;
import org.apache.flume.conf.BatchSizeSupported;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.source.AbstractPollableSource;

/** Refuses what the tests say, as this project's sources do. */
public final class PickySource extends AbstractPollableSource implements BatchSizeSupported {
  private int batchSize;

  @Override
  protected void doConfigure(Context context) {
    if (context.containsKey("batchsize")) {
      throw new ConfigurationException(
          "source " + getName() + ": the key batchsize is unknown: did you mean 'batchSize'?");
    }
    if (context.containsKey("missingClass")) {
      throw new NoClassDefFoundError("okhttp3/Call");
    }
    if (context.getParameters().values().stream().anyMatch(value -> value.contains("${"))) {
      throw new ConfigurationException("source " + getName() + ": a placeholder is left");
    }
    batchSize = context.getInteger("batchSize", 1);
  }

  @Override
  public long getBatchSize() {
    return batchSize;
  }

  @Override
  protected Status doProcess() {
    return Status.BACKOFF;
  }

  @Override
  protected void doStart() {}

  @Override
  protected void doStop() {}
}
