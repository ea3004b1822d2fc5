package io.stocktrend.source;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.UndecodableEventException;
import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.simulator.ReceivedRequest;
import io.stocktrend.simulator.SimulatorOptions;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.apache.flume.channel.MemoryChannel;

/** The real source over the simulator into Flume's memory channel, in virtual time. */
final class MovementBench implements AutoCloseable {
  static final String KEY = "alpha-k3y";

  private final Path folder;
  private final SteppedTime time;
  private final ProviderSimulator simulator;
  private final MemoryChannel channel = Bench.channel(400_000, 1000);
  private MovementSource source;

  MovementBench(Path folder, String now) throws IOException {
    this.folder = folder;
    this.time = new SteppedTime(now);
    this.simulator =
        ProviderSimulator.start(SimulatorOptions.defaults().withSeed(3).withClock(time));
    Properties properties = simulator.providersProperties();
    properties.setProperty("yahoo.maxAttempts", "2");
    try (Writer writer = Files.newBufferedWriter(folder.resolve("simulated.properties"))) {
      properties.store(writer, null);
    }
  }

  SteppedTime time() {
    return time;
  }

  ProviderSimulator simulator() {
    return simulator;
  }

  MovementBench start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("stateDir", folder.resolve("state").toString());
    all.put("providersFile", folder.resolve("simulated.properties").toString());
    source = new MovementSource(time.timing());
    source.setName("movements");
    source.configure(Bench.context(all));
    source.setChannelProcessor(Bench.processor(channel));
    source.start();
    return this;
  }

  /** Another process with the same state folder. */
  void restart(Map<String, String> settings) {
    source.stop();
    start(settings);
  }

  Status process() {
    return source.process();
  }

  /** One call of Flume's runner at that time, and what it emitted. */
  List<GenericRecord> at(String instant) throws UndecodableEventException {
    time.set(instant);
    source.process();
    return emitted();
  }

  List<Event> events() {
    return Bench.drain(channel);
  }

  List<GenericRecord> emitted() throws UndecodableEventException {
    EventCodec codec = new EventCodec();
    List<GenericRecord> rows = new ArrayList<>();
    for (Event event : events()) {
      rows.add(codec.decode(event).values());
    }
    return rows;
  }

  List<ReceivedRequest> requests(String route) {
    return simulator.requests().stream().filter(one -> one.route().equals(route)).toList();
  }

  @Override
  public void close() {
    if (source != null) {
      source.stop();
    }
    channel.stop();
    simulator.close();
  }
}
