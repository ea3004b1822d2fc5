package io.stocktrend.assembly;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.Transaction;
import org.apache.flume.channel.file.FileChannel;
import org.apache.flume.conf.Configurables;

/** The folders of a file channel, filled before an agent drains them or looked into afterwards. */
final class FilledFileChannel {
  private static final int TRANSACTION = 5_000;
  private static final Instant START = Instant.parse("2024-01-08T20:00:00Z");

  private final Path folder;
  private final Map<String, String> more;

  FilledFileChannel(Path folder) {
    this(folder, Map.of());
  }

  /** One with more keys than it needs. */
  FilledFileChannel(Path folder, Map<String, String> more) {
    this.folder = folder;
    this.more = more;
  }

  /** The keys of the channel for the agent file. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("checkpointDir", folder.resolve("checkpoint").toString());
    settings.put("dataDirs", folder.resolve("log").toString());
    settings.put("capacity", "1000000");
    settings.put("transactionCapacity", "10000");
    return settings;
  }

  /** Writes the file of an agent {@code raw} that drains it into Parquet below that root. */
  Path drainedInto(String root) throws IOException {
    return drainedBy(
        Map.of(
            "type",
            "io.stocktrend.sink.ParquetSink",
            "path",
            root + "/%{dataset}/date=%Y-%m-%d",
            "batchSize",
            "1000"));
  }

  /** Writes the file of an agent {@code raw} that drains it into a sink with these settings. */
  Path drainedBy(Map<String, String> sink) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            raw.channels = filled
            raw.sinks = store
            raw.channels.filled.type = file
            raw.sinks.store.channel = filled
            raw.sinks.store.batchMaxDelay = 100ms
            """);
    settings().forEach((k, v) -> text.append("raw.channels.filled." + k + "=" + v + "\n"));
    sink.forEach((k, v) -> text.append("raw.sinks.store." + k + "=" + v + "\n"));
    return Files.writeString(folder.resolveSibling("raw.properties"), text);
  }

  /** Puts these events. */
  void put(List<Event> events) {
    FileChannel channel = open();
    Transaction transaction = channel.getTransaction();
    transaction.begin();
    events.forEach(channel::put);
    transaction.commit();
    transaction.close();
    channel.stop();
  }

  /** Puts that many quotes with different identities, over two partitions. */
  void put(int events) {
    FileChannel channel = open();
    EventCodec codec = new EventCodec();
    for (int from = 0; from < events; from += TRANSACTION) {
      Transaction transaction = channel.getTransaction();
      transaction.begin();
      for (int i = from; i < Math.min(from + TRANSACTION, events); i++) {
        channel.put(codec.encode(quote(i)));
      }
      transaction.commit();
      transaction.close();
    }
    channel.stop();
  }

  /** Whether nothing is left to take, now that no agent uses it. */
  boolean isEmpty() {
    FileChannel channel = open();
    Transaction transaction = channel.getTransaction();
    transaction.begin();
    try {
      return channel.take() == null;
    } finally {
      transaction.rollback();
      transaction.close();
      channel.stop();
    }
  }

  private FileChannel open() {
    FileChannel channel = new FileChannel();
    channel.setName("filler");
    Configurables.configure(channel, new Context(settings()));
    channel.start();
    return channel;
  }

  /** Every third is collected before midnight, so that a batch touches two partitions. */
  static Quote quote(int number) {
    Instant collected = START.plusSeconds(number % 3 == 0 ? 0 : 36_000).plusNanos(number * 1_000L);
    String symbol = "S" + number;
    return Quote.newBuilder()
        .setRecordId(RecordId.of(symbol, collected))
        .setEventTime(collected)
        .setKnownAt(collected)
        .setCollectedAt(collected)
        .setProvider("yahoo")
        .setSymbol(symbol)
        .setCurrency("USD")
        .setClose(100 + number % 1000 / 10.0)
        .setVolume((long) number)
        .build();
  }
}
