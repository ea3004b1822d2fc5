package io.stocktrend.assembly.benchmark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flume.Channel;
import org.apache.flume.ChannelException;
import org.apache.flume.Context;
import org.apache.flume.EventDeliveryException;
import org.apache.flume.Sink;
import org.apache.flume.Transaction;
import org.apache.flume.channel.MemoryChannel;
import org.apache.flume.channel.file.FileChannel;
import org.apache.flume.conf.Configurables;
import org.apache.flume.instrumentation.ChannelCounter;

/**
 * One producer thread, one of Flume's channels, one sink, until every event has left the channel.
 */
final class Pipeline {
  private static final int PUT_BATCH = 100;
  private static final String CAPACITY = "100000";

  private final EventPool pool;
  private final int rows;
  private final Path folder;

  Pipeline(EventPool pool, int rows, Path folder) {
    this.pool = pool;
    this.rows = rows;
    this.folder = folder;
  }

  void through(String channelType, Sink sink, Map<String, String> settings) throws Exception {
    Channel channel = channelType.equals("file") ? fileChannel() : memoryChannel();
    channel.setName("channel");
    channel.start();
    sink.setName("sink");
    Configurables.configure(sink, new Context(settings));
    sink.setChannel(channel);
    sink.start();
    CompletableFuture<Void> producer = CompletableFuture.runAsync(() -> produce(channel));
    drain(channel, sink, producer);
    sink.stop();
    channel.stop();
  }

  private void produce(Channel channel) {
    for (int from = 0; from < rows; from += PUT_BATCH) {
      boolean put = false;
      while (!put) {
        put = put(channel, from);
      }
    }
  }

  /** False if the channel is full. */
  private boolean put(Channel channel, int from) {
    Transaction transaction = channel.getTransaction();
    transaction.begin();
    try {
      for (int i = from; i < Math.min(from + PUT_BATCH, rows); i++) {
        channel.put(pool.event(i));
      }
      transaction.commit();
      return true;
    } catch (ChannelException e) {
      transaction.rollback();
      return false;
    } finally {
      transaction.close();
    }
  }

  private void drain(Channel channel, Sink sink, CompletableFuture<Void> producer)
      throws EventDeliveryException, ExecutionException, InterruptedException {
    while (!producer.isDone() || taken(channel) < rows) {
      sink.process();
    }
    producer.get();
  }

  private static long taken(Channel channel) {
    return counter(channel).getEventTakeSuccessCount();
  }

  private static ChannelCounter counter(Channel channel) {
    try {
      var field = channel.getClass().getDeclaredField("channelCounter");
      field.setAccessible(true);
      return (ChannelCounter) field.get(channel);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Flume's channel has no counter", e);
    }
  }

  private static Channel memoryChannel() {
    MemoryChannel channel = new MemoryChannel();
    Map<String, String> settings = new HashMap<>();
    settings.put("capacity", CAPACITY);
    settings.put("transactionCapacity", CAPACITY);
    settings.put("byteCapacity", "0");
    settings.put("keep-alive", "1");
    Configurables.configure(channel, new Context(settings));
    return channel;
  }

  private Channel fileChannel() {
    FileChannel channel = new FileChannel();
    Map<String, String> settings = new HashMap<>();
    settings.put("checkpointDir", folder.resolve("checkpoint").toString());
    settings.put("dataDirs", folder.resolve("log").toString());
    settings.put("capacity", CAPACITY);
    settings.put("transactionCapacity", CAPACITY);
    settings.put("keep-alive", "1");
    Configurables.configure(channel, new Context(settings));
    return channel;
  }
}
