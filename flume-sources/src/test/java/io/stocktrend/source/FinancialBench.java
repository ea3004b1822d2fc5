package io.stocktrend.source;

import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.apache.flume.channel.MemoryChannel;

/** The real source over loopback HTTP and Flume's own channel, in stepped time. */
final class FinancialBench implements AutoCloseable {
  static final String CANARY = "canary-7f3a9";
  static final String NOW = "2026-11-02T15:05:00Z";

  private final Path folder;
  private final SteppedTime time = new SteppedTime(NOW);
  private final MemoryChannel channel = Bench.channel(100, 100);
  private final ProviderServer server;
  private final FinancialSource source = new FinancialSource(time.timing());

  FinancialBench(Path folder) throws IOException {
    this.folder = folder;
    this.server = new ProviderServer(folder, time);
    source.setName("quotes");
  }

  /** These settings, with the folders of the test. */
  static Map<String, String> settings(Path folder, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("stateDir", folder.resolve("state").toString());
    all.put("providersFile", folder.resolve("providers.properties").toString());
    return all;
  }

  /** Yahoo's answer about these symbols, which are separated by blanks. */
  static String yahoo(String symbols) {
    String objects =
        List.of(symbols.split(" ", -1)).stream()
            .map(
                symbol ->
                    "{\"symbol\":\"%s\",\"regularMarketPrice\":5.5,\"regularMarketTime\":1793631845}"
                        .formatted(symbol))
            .collect(Collectors.joining(","));
    return "{\"quoteResponse\":{\"result\":[" + objects + "],\"error\":null}}";
  }

  SteppedTime time() {
    return time;
  }

  ProviderServer server() {
    return server;
  }

  void configure(Map<String, String> values) {
    source.configure(Bench.context(settings(folder, values)));
  }

  void start(Map<String, String> values) {
    configure(values);
    source.setChannelProcessor(Bench.processor(channel));
    source.start();
  }

  Status process() {
    return source.process();
  }

  /** What went into the channel since this was asked last. */
  List<Event> events() {
    return Bench.drain(channel);
  }

  void stop() {
    source.stop();
  }

  @Override
  public void close() {
    server.close();
  }
}
