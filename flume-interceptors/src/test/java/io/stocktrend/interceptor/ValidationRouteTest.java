package io.stocktrend.interceptor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.record.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flume.Channel;
import org.apache.flume.ChannelException;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.Transaction;
import org.apache.flume.channel.ChannelProcessor;
import org.apache.flume.channel.ChannelSelectorFactory;
import org.apache.flume.channel.MemoryChannel;
import org.apache.flume.channel.file.FileChannel;
import org.apache.flume.conf.Configurables;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented lines in Flume's own processor, selector and channels. */
class ValidationRouteTest {
  private static final String BAD = "volume is -7, but it must not be below 0";

  @TempDir Path folder;

  private final Map<String, Channel> channels = new LinkedHashMap<>();

  @BeforeEach
  void openTheChannels() {
    channels.put("parquet", file("parquet"));
    channels.put("quarantine", file("quarantine"));
    channels.put("csv", memory("csv", 100));
    channels.put("json", memory("json", 1));
  }

  @AfterEach
  void closeTheChannels() {
    channels.values().forEach(Channel::stop);
  }

  private Channel file(String name) {
    FileChannel channel = new FileChannel();
    channel.setName(name);
    channel.configure(
        new Context(
            Map.of(
                "checkpointDir", folder.resolve(name + "/checkpoint").toString(),
                "dataDirs", folder.resolve(name + "/log").toString(),
                "capacity", "100",
                "transactionCapacity", "100",
                "minimumRequiredSpace", "1048576")));
    channel.start();
    return channel;
  }

  private static Channel memory(String name, int capacity) {
    MemoryChannel channel = new MemoryChannel();
    channel.setName(name);
    String size = Integer.toString(capacity);
    channel.configure(
        new Context(Map.of("capacity", size, "transactionCapacity", size, "keep-alive", "0")));
    channel.start();
    return channel;
  }

  private ChannelProcessor processor() throws Exception {
    Context source = new Context(DocumentedWiring.below("raw.sources.quotes."));
    assertEquals("parquet quarantine csv json", source.getString("channels"));
    ChannelProcessor processor =
        new ChannelProcessor(
            ChannelSelectorFactory.create(
                new ArrayList<>(channels.values()), source.getSubProperties("selector.")));
    Configurables.configure(processor, source);
    processor.initialize();
    return processor;
  }

  private List<Event> drain(String name) {
    List<Event> events = new ArrayList<>();
    for (Event event = take(name); event != null; event = take(name)) {
      events.add(event);
    }
    return events;
  }

  private Event take(String name) {
    Transaction transaction = channels.get(name).getTransaction();
    transaction.begin();
    Event event = channels.get(name).take();
    transaction.commit();
    transaction.close();
    return event;
  }

  private List<String> keys(String channel) {
    return drain(channel).stream().map(event -> event.getHeaders().get("key")).toList();
  }

  private static Event good(String symbol) {
    return Records.event(Records.quote(symbol).build());
  }

  private static Event bad(String symbol) {
    return Records.event(Records.quote(symbol).setVolume(-7L).build());
  }

  @Test
  void whatIsGoodGoesToTheStoreAndItsCopiesAndWhatIsBadToQuarantine() throws Exception {
    Event noise = EventBuilder.withBody("noise", StandardCharsets.UTF_8);
    processor().processEventBatch(List.of(good("AAPL"), bad("TSLA"), noise, good("MSFT")));
    assertEquals(List.of("AAPL", "MSFT"), keys("parquet"));
    assertEquals(List.of("AAPL", "MSFT"), keys("csv"));
    List<Event> aside = drain("quarantine");
    assertEquals(
        List.of(BAD, "the event has no header dataset"),
        aside.stream().map(ValidationInterceptorTest::reason).toList());
    assertArrayEquals(bad("TSLA").getBody(), aside.get(0).getBody());
  }

  @Test
  void aFullCopyHoldsNothingUp() throws Exception {
    processor().processEventBatch(List.of(good("AAPL"), good("MSFT")));
    assertEquals(List.of(), keys("json"));
    assertEquals(List.of("AAPL", "MSFT"), keys("parquet"));
  }

  @Test
  void aSingleEventTakesTheSameWays() throws Exception {
    processor().processEvent(bad("TSLA"));
    processor().processEvent(good("AAPL"));
    assertEquals(List.of("TSLA"), keys("quarantine"));
    assertEquals(List.of("AAPL"), keys("parquet"));
  }

  @Test
  void aPutThatFailedAsAWholeIsMadeGoodByTheNext() throws Exception {
    replace("parquet", memory("parquet", 2));
    processor().processEventBatch(List.of(good("A"), good("B")));
    List<Event> list = List.of(good("AAPL"), bad("TSLA"), good("MSFT"));
    assertThrows(ChannelException.class, () -> processor().processEventBatch(list));
    assertEquals(List.of(), keys("quarantine"));
    assertEquals(List.of("A", "B"), keys("parquet"));
    processor().processEventBatch(list);
    assertEquals(List.of("AAPL", "MSFT"), keys("parquet"));
    assertEquals(List.of("TSLA"), keys("quarantine"));
  }

  /** Which is what the sinks know it by. */
  @Test
  void whatARetriedPutDoublesInOneChannelIsTheSameEventTwice() throws Exception {
    replace("parquet", memory("parquet", 2));
    processor().processEventBatch(List.of(good("A"), good("B")));
    List<Event> list = List.of(bad("TSLA"), good("AAPL"), good("MSFT"));
    assertThrows(ChannelException.class, () -> processor().processEventBatch(list));
    drain("parquet");
    processor().processEventBatch(list);
    assertEquals(List.of("AAPL", "MSFT"), keys("parquet"));
    List<Event> aside = drain("quarantine");
    assertEquals(2, aside.size());
    assertEquals(aside.get(0).getHeaders(), aside.get(1).getHeaders());
    assertEquals(BAD, aside.get(1).getHeaders().get(EventHeaders.VALIDATION_REASON));
    assertArrayEquals(aside.get(0).getBody(), aside.get(1).getBody());
  }

  private void replace(String name, Channel channel) {
    channels.put(name, channel).stop();
  }
}
