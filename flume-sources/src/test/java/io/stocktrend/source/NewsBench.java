package io.stocktrend.source;

import io.stocktrend.record.Article;
import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.simulator.ReceivedRequest;
import io.stocktrend.simulator.SimulatorOptions;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.apache.flume.channel.MemoryChannel;

/** A news source over the simulator, in a time that only it and the test move on. */
final class NewsBench implements AutoCloseable {
  static final String TABLE =
      """
      symbol,name,sector,from,to
      AAPL,Apple Inc.,Information Technology,,
      MSFT,Microsoft,Information Technology,,
      KO,Coca-Cola Company (The),Consumer Staples,,
      NVDA,Nvidia,Information Technology,,
      TSLA,"Tesla, Inc.",Consumer Discretionary,,
      """;

  final SteppedTime time;
  final ProviderSimulator simulator;
  final List<Article> articles = new ArrayList<>();
  private final Path folder;
  private final Map<String, String> settings = new HashMap<>();
  private final MemoryChannel channel = Bench.channel(100_000, 100);
  private NewsSource source;

  NewsBench(Path folder, String start) throws IOException {
    this.folder = folder;
    this.time = new SteppedTime(start);
    this.simulator =
        ProviderSimulator.start(SimulatorOptions.defaults().withSeed(7).withClock(time));
    symbols(TABLE);
    Properties providers = simulator.providersProperties();
    // The limits of the real providers are part of what is tested.
    providers.keySet().removeIf(key -> key.toString().contains(".requestsPer"));
    try (Writer file = Files.newBufferedWriter(folder.resolve("providers.properties"))) {
      providers.store(file, null);
    }
    settings.put("stateDir", folder.resolve("state").toString());
    settings.put("providersFile", folder.resolve("providers.properties").toString());
    settings.put("apiKey.finnhub", "any");
    settings.put("apiKey.newsapi", "any");
  }

  NewsBench with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  void symbols(String table) throws IOException {
    Path file = folder.resolve("symbols.csv");
    Files.writeString(file, table);
    settings.put("symbols", "@" + file);
  }

  NewsBench start() {
    source = new NewsSource(time.timing());
    source.setName("news");
    source.configure(Bench.context(settings));
    source.setChannelProcessor(Bench.processor(channel));
    source.start();
    return this;
  }

  /** What one call of the runner brings, or nothing if nothing is due. */
  List<Article> poll() throws Exception {
    Status status = source.process();
    List<Article> polled = new ArrayList<>();
    for (Event event : Bench.drain(channel)) {
      polled.add(article(event));
    }
    articles.addAll(polled);
    return status == Status.READY ? polled : List.of();
  }

  private static Article article(Event event) throws IOException {
    SpecificDatumReader<Article> reader =
        new SpecificDatumReader<>(
            Article.getClassSchema(), Article.getClassSchema(), new Article().getSpecificData());
    return reader.read(null, DecoderFactory.get().binaryDecoder(event.getBody(), null));
  }

  /** Lets the source run as Flume's runner does, for that long. */
  void run(Duration span) throws Exception {
    var end = time.instant().plus(span);
    while (time.instant().isBefore(end)) {
      poll();
      time.pass(Duration.ofMillis(source.getBackOffSleepIncrement()));
    }
  }

  void restart() {
    source.stop();
    start();
  }

  List<ReceivedRequest> requests(String route) {
    return simulator.requests().stream().filter(r -> r.route().equals(route)).toList();
  }

  @Override
  public void close() {
    source.stop();
    simulator.close();
  }
}
