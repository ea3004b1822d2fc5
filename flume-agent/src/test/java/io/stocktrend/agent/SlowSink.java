package io.stocktrend.agent;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flume.Channel;
import org.apache.flume.Context;
import org.apache.flume.Transaction;
import org.apache.flume.conf.Configurable;
import org.apache.flume.sink.AbstractSink;

/** Takes one event at a time, each a few milliseconds after the last, and counts them. */
public final class SlowSink extends AbstractSink implements Configurable {
  static final AtomicInteger TAKEN = new AtomicInteger();

  @Override
  public void configure(Context context) {
    TAKEN.set(0);
  }

  @Override
  public Status process() {
    Channel channel = getChannel();
    Transaction transaction = channel.getTransaction();
    transaction.begin();
    try {
      boolean taken = channel.take() != null;
      if (taken) {
        Thread.sleep(2);
        TAKEN.incrementAndGet();
      }
      transaction.commit();
      return taken ? Status.READY : Status.BACKOFF;
    } catch (InterruptedException e) {
      transaction.rollback();
      Thread.currentThread().interrupt();
      return Status.BACKOFF;
    } finally {
      transaction.close();
    }
  }
}
