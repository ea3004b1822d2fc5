package io.stocktrend.source;

import io.stocktrend.assembly.StillMarket;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.UndecodableEventException;
import io.stocktrend.simulator.ReceivedRequest;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.apache.flume.channel.MemoryChannel;

/** The real source over the simulator into Flume's memory channel, in virtual time. */
final class FinancialRig implements AutoCloseable {
  private final StillMarket market;
  private final SteppedTime time;
  private final int before;
  private final FinancialSource source;
  private final MemoryChannel channel = Bench.channel(10_000, 100);
  private final EventCodec codec = new EventCodec();

  /** Settings of the source beside its keys and its state. */
  FinancialRig(StillMarket market, SteppedTime time, Path folder, Map<String, String> settings) {
    this.market = market;
    this.time = time;
    this.before = market.simulator().requests().size();
    this.source = new FinancialSource(time.timing());
    Map<String, String> all = new HashMap<>(settings);
    all.put("stateDir", folder.resolve("state").toString());
    all.put("providersFile", folder.resolve("simulated.properties").toString());
    all.put("apiKey.finnhub", "f1nnhub");
    all.put("apiKey.alphavantage", "4lpha");
    source.setName("quotes");
    source.setChannelProcessor(Bench.processor(channel));
    source.configure(new Context(all));
    source.start();
  }

  /** One call of Flume's runner. */
  Status poll() {
    return source.process();
  }

  /** Calls as Flume's runner does until that time. */
  void runUntil(Instant end) {
    while (time.instant().isBefore(end)) {
      if (source.process() == Status.BACKOFF) {
        time.pass(Duration.ofMillis(source.getBackOffSleepIncrement()));
      }
    }
  }

  /** Takes what has been emitted out of the channel. */
  List<GenericRecord> emitted() throws UndecodableEventException {
    List<GenericRecord> quotes = new ArrayList<>();
    for (Event event : Bench.drain(channel)) {
      quotes.add(codec.decode(event).values());
    }
    return quotes;
  }

  /** The requests of this rig to that route, or to all of that provider, or to all with "". */
  List<ReceivedRequest> requests(String route) {
    List<ReceivedRequest> all = market.simulator().requests();
    return all.subList(before, all.size()).stream()
        .filter(one -> route.isEmpty() || (one.route() + ".").startsWith(route + "."))
        .toList();
  }

  @Override
  public void close() {
    source.stop();
    channel.stop();
  }
}
