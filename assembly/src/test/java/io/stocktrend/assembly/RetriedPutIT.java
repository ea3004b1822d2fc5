package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.interceptor.ValidationInterceptor;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.sink.ParquetSink;
import io.stocktrend.sink.QuarantineSink;
import io.stocktrend.sink.batch.BatchSink;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flume.Channel;
import org.apache.flume.ChannelException;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.Sink.Status;
import org.apache.flume.channel.ChannelProcessor;
import org.apache.flume.channel.ChannelSelectorFactory;
import org.apache.flume.channel.MemoryChannel;
import org.apache.flume.conf.Configurables;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interceptor, selector, channels and sinks, when one of the channels is full for a while. */
final class RetriedPutIT {
  private static final int CAPACITY = 2;

  @TempDir Path folder;

  private final Channel parquet = channel("parquet");
  private final Channel quarantine = channel("quarantine");
  private ChannelProcessor processor;

  @BeforeEach
  void wire() {
    Map<String, String> selector =
        Map.of(
            "type", "multiplexing",
            "header", "validation",
            "mapping.refused", "quarantine",
            "default", "parquet");
    processor =
        new ChannelProcessor(ChannelSelectorFactory.create(List.of(parquet, quarantine), selector));
    String builder = ValidationInterceptor.Builder.class.getName();
    Configurables.configure(
        processor,
        new Context(Map.of("interceptors", "validation", "interceptors.validation.type", builder)));
    processor.initialize();
  }

  private static Channel channel(String name) {
    MemoryChannel channel = new MemoryChannel();
    channel.setName(name);
    String capacity = Integer.toString(CAPACITY);
    Configurables.configure(
        channel,
        new Context(
            Map.of("capacity", capacity, "transactionCapacity", capacity, "keep-alive", "0")));
    channel.start();
    return channel;
  }

  private static Event good(String symbol) {
    return PlantedSource.quote(symbol, 62.5);
  }

  private static Event bad(String symbol) {
    return PlantedSource.quote(symbol, 64);
  }

  /** The list as a source puts it again once a channel has refused it. */
  private static List<Event> again(List<Event> events) {
    return events.stream().map(RetriedPutIT::marked).toList();
  }

  private static Event marked(Event event) {
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    headers.put(EventHeaders.POSSIBLE_DUPLICATE, "true");
    return EventBuilder.withBody(event.getBody(), headers);
  }

  private void drain() {
    drain(new ParquetSink(), "parquet", parquet, Map.of("path", folder + "/raw/date=%Y-%m-%d"));
    drain(new QuarantineSink(), "quarantine", quarantine, Map.of());
  }

  private void drain(BatchSink sink, String name, Channel channel, Map<String, String> settings) {
    sink.setName(name);
    sink.setChannel(channel);
    Context context = new Context(settings);
    context.put("quarantineDir", folder.resolve("quarantine").toString());
    context.put("batchSize", Integer.toString(CAPACITY));
    context.put("batchMaxDelay", "0");
    sink.configure(context);
    sink.start();
    while (sink.process() == Status.READY) {
      Thread.onSpinWait();
    }
    sink.stop();
  }

  private void stored(String... symbols) throws Exception {
    assertEquals(List.of(symbols), new PartFiles(folder.resolve("raw")).values("symbol"));
  }

  private void setAside(int events) {
    assertEquals(events, new Quarantine(folder.resolve("quarantine")).entries().size());
  }

  @Test
  void aFullStoreDoublesNothingInQuarantine() throws Exception {
    processor.processEventBatch(List.of(good("A"), good("B")));
    List<Event> events = List.of(bad("X"), good("C"), good("D"));
    assertThrows(ChannelException.class, () -> processor.processEventBatch(events));
    drain();
    setAside(1);
    stored("A", "B");
    processor.processEventBatch(again(events));
    drain();
    setAside(1);
    stored("A", "B", "C", "D");
  }

  @Test
  void aFullQuarantineDoublesNothingInTheStore() throws Exception {
    processor.processEventBatch(List.of(bad("X"), bad("Y")));
    List<Event> events = List.of(good("A"), bad("Z"), good("B"));
    assertThrows(ChannelException.class, () -> processor.processEventBatch(events));
    drain();
    setAside(2);
    stored("A", "B");
    processor.processEventBatch(again(events));
    drain();
    setAside(3);
    stored("A", "B");
  }
}
