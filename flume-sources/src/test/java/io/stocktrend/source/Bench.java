package io.stocktrend.source;

import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import io.stocktrend.record.UndecodableEventException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flume.Channel;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.Transaction;
import org.apache.flume.channel.ChannelProcessor;
import org.apache.flume.channel.MemoryChannel;
import org.apache.flume.channel.ReplicatingChannelSelector;

/** Flume's real channels around a source, and records to send through them. */
final class Bench {
  private Bench() {}

  static MemoryChannel channel(int capacity, int transactionCapacity) {
    MemoryChannel channel = new MemoryChannel();
    channel.setName("c" + capacity);
    Context context = new Context();
    context.put("capacity", Integer.toString(capacity));
    context.put("transactionCapacity", Integer.toString(transactionCapacity));
    context.put("keep-alive", "0");
    channel.configure(context);
    channel.start();
    return channel;
  }

  static ChannelProcessor processor(Channel... channels) {
    ReplicatingChannelSelector selector = new ReplicatingChannelSelector();
    selector.setChannels(List.of(channels));
    selector.configure(new Context());
    ChannelProcessor processor = new ChannelProcessor(selector);
    processor.configure(new Context());
    processor.initialize();
    return processor;
  }

  /** Takes everything out of a channel, one by one, because a transaction has its limit too. */
  static List<Event> drain(Channel channel) {
    List<Event> events = new ArrayList<>();
    for (Event event = take(channel); event != null; event = take(channel)) {
      events.add(event);
    }
    return events;
  }

  private static Event take(Channel channel) {
    Transaction transaction = channel.getTransaction();
    transaction.begin();
    try {
      Event event = channel.take();
      transaction.commit();
      return event;
    } finally {
      transaction.close();
    }
  }

  static Quote quote(String symbol, double price, Instant now) {
    return Quote.newBuilder()
        .setProvider("yahoo")
        .setSymbol(symbol)
        .setClose(price)
        .setEventTime(Instant.parse("2026-11-02T15:00:00Z"))
        .setRecordId(RecordId.of(symbol, now))
        .setKnownAt(now)
        .setCollectedAt(now)
        .build();
  }

  static List<String> ids(List<Event> events) throws UndecodableEventException {
    EventCodec codec = new EventCodec();
    List<String> ids = new ArrayList<>();
    for (Event event : events) {
      DatasetRecord decoded = codec.decode(event);
      ids.add(decoded.recordId());
    }
    return ids;
  }

  static Context context(Map<String, String> values) {
    return new Context(values);
  }
}
