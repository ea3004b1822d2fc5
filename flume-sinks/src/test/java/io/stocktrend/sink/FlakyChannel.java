package io.stocktrend.sink;

import org.apache.flume.Channel;
import org.apache.flume.ChannelException;
import org.apache.flume.Event;
import org.apache.flume.Transaction;
import org.apache.flume.channel.AbstractChannel;

/** A real channel whose next commits fail, as many as one says. */
final class FlakyChannel extends AbstractChannel {
  private final Channel channel;
  private int failures;

  FlakyChannel(Channel channel) {
    this.channel = channel;
  }

  void failCommits(int count) {
    failures = count;
  }

  @Override
  public void put(Event event) {
    channel.put(event);
  }

  @Override
  public Event take() {
    return channel.take();
  }

  @Override
  public Transaction getTransaction() {
    Transaction transaction = channel.getTransaction();
    return new Transaction() {
      @Override
      public void begin() {
        transaction.begin();
      }

      @Override
      public void commit() {
        if (failures > 0) {
          failures--;
          throw new ChannelException("the commit failed");
        }
        transaction.commit();
      }

      @Override
      public void rollback() {
        transaction.rollback();
      }

      @Override
      public void close() {
        transaction.close();
      }
    };
  }
}
