package io.stocktrend.source;

import io.stocktrend.record.Announcement;
import io.stocktrend.simulator.ProviderSimulator;
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
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.flume.Event;
import org.apache.flume.channel.MemoryChannel;

/** A policy source over the simulator, Flume's own channel, and one clock for all. */
final class PolicyRig implements AutoCloseable {
  private final MemoryChannel channel = Bench.channel(10_000, 1_000);
  private final Path folder;
  final SteppedTime time;
  final ProviderSimulator simulator;
  private PolicySource source;

  PolicyRig(Path folder, String start) throws IOException {
    this.folder = folder;
    this.time = new SteppedTime(start);
    this.simulator =
        ProviderSimulator.start(SimulatorOptions.defaults().withSeed(7).withClock(time));
    writeProviders();
  }

  private void writeProviders() throws IOException {
    Properties providers = simulator.providersProperties();
    for (String provider : List.of("federalreserve", "treasury")) {
      providers.setProperty(provider + ".requestsPerSecond", "0");
      providers.setProperty(provider + ".requestsPerMinute", "0");
      providers.setProperty(provider + ".maxAttempts", "2");
    }
    try (Writer file = Files.newBufferedWriter(providersFile())) {
      providers.store(file, null);
    }
  }

  private Path providersFile() {
    return folder.resolve("providers.properties");
  }

  PolicyRig start(Map<String, String> values) {
    source = new PolicySource(time.timing());
    source.setName("policy");
    source.configure(Bench.context(settings(values)));
    source.setChannelProcessor(Bench.processor(channel));
    source.start();
    return this;
  }

  Map<String, String> settings(Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("stateDir", folder.resolve("state").toString());
    all.put("providersFile", providersFile().toString());
    all.putIfAbsent("batchSize", "1000");
    return all;
  }

  void restart(Map<String, String> values) {
    stop();
    start(values);
  }

  void stop() {
    source.stop();
    source = null;
  }

  /** What the source emits if it is asked at that time. */
  List<Announcement> at(String instant) throws IOException {
    time.set(instant);
    return now();
  }

  List<Announcement> now() throws IOException {
    source.process();
    var reader = new SpecificDatumReader<>(Announcement.class);
    List<Announcement> rows = new ArrayList<>();
    for (Event event : Bench.drain(channel)) {
      rows.add(reader.read(null, DecoderFactory.get().binaryDecoder(event.getBody(), null)));
    }
    return rows;
  }

  /** How often a route was asked. */
  long requests(String route) {
    return simulator.requests().stream().filter(r -> r.route().equals(route)).count();
  }

  static List<Announcement> of(String kind, List<Announcement> rows) {
    return rows.stream().filter(row -> row.getKind().equals(kind)).toList();
  }

  @Override
  public void close() {
    if (source != null) {
      stop();
    }
    simulator.close();
  }
}
