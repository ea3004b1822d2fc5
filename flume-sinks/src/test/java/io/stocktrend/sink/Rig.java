package io.stocktrend.sink;

import io.stocktrend.sink.batch.BatchSink;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flume.Channel;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.Sink;
import org.apache.flume.Sink.Status;
import org.apache.flume.Transaction;
import org.apache.flume.channel.MemoryChannel;

/** A sink over a real channel, below one folder; Parquet's unless said otherwise. */
public final class Rig {
  private final Path base;
  private final Channel channel;

  public Rig(Path base, Channel channel) {
    this.base = base;
    this.channel = channel;
  }

  /** A rig over a memory channel that answers an empty take at once. */
  public static Rig inMemory(Path base) {
    MemoryChannel channel = new MemoryChannel();
    channel.setName("memory");
    channel.configure(
        new Context(
            Map.of("capacity", "200000", "transactionCapacity", "100000", "keep-alive", "0")));
    channel.start();
    return new Rig(base, channel);
  }

  public Path root() {
    return base.resolve("raw");
  }

  public Lake lake() {
    return new Lake(root());
  }

  public Path quarantine() {
    return base.resolve("quarantine");
  }

  public Channel channel() {
    return channel;
  }

  /** A started sink; the settings given take the place of the rig's. */
  public ParquetSink start(Map<String, String> settings) {
    return start(FileKind.PARQUET, settings, ParquetSink.class);
  }

  public BatchSink start(FileKind kind, Map<String, String> settings) {
    return start(kind, settings, BatchSink.class);
  }

  private <S extends BatchSink> S start(
      FileKind kind, Map<String, String> settings, Class<S> type) {
    S sink = type.cast(kind.sink());
    sink.setName(kind.id());
    sink.setChannel(channel);
    sink.configure(context(settings));
    sink.start();
    return sink;
  }

  public ParquetSink start() {
    return start(Map.of());
  }

  public Context context(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("path", root() + "/%{dataset}/date=%Y-%m-%d");
    all.put("quarantineDir", quarantine().toString());
    all.put("batchMaxDelay", "0");
    all.put("stateDir", base.resolve("state").toString());
    all.putAll(settings);
    return new Context(all);
  }

  public Rig put(List<Event> events) {
    Transaction transaction = channel.getTransaction();
    transaction.begin();
    events.forEach(channel::put);
    transaction.commit();
    transaction.close();
    return this;
  }

  /** Runs the sink until it has nothing more to do. */
  public static void drain(Sink sink) throws Exception {
    while (sink.process() == Status.READY) {
      Thread.onSpinWait();
    }
  }
}
