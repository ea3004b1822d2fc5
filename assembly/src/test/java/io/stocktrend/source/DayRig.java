package io.stocktrend.source;

import io.stocktrend.assembly.StillMarket;
import io.stocktrend.interceptor.ValidationInterceptor;
import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.UndecodableEventException;
import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.apache.flume.channel.MemoryChannel;
import org.apache.flume.interceptor.Interceptor;

/**
 * All five sources over the simulator, within the limits of the real providers, each into a channel
 * of its own behind the validation, on one virtual clock.
 */
final class DayRig implements AutoCloseable {
  private static final String UNIVERSE =
      """
      symbol,name,sector,from,to
      AAPL,Apple Inc.,Information Technology,,
      KO,Coca-Cola Company (The),Consumer Staples,,
      MSFT,Microsoft,Information Technology,,
      NVDA,Nvidia,Information Technology,,
      TSLA,"Tesla, Inc.",Consumer Discretionary,,
      """;

  private final SteppedTime time;
  private final StillMarket market;
  private final Path folder;
  private final Map<ScheduledSource, MemoryChannel> sources = new LinkedHashMap<>();
  private final List<GenericRecord> passed = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final EventCodec codec = new EventCodec();
  private final Interceptor validation;

  DayRig(Path folder, String start) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.time = new SteppedTime(start);
    this.market = StillMarket.open(time);
    Files.writeString(folder.resolve("universe.csv"), UNIVERSE);
    writeProviders();
    ValidationInterceptor.Builder builder = new ValidationInterceptor.Builder();
    builder.configure(new Context());
    this.validation = builder.build();
    validation.initialize();
    String universe = "@" + folder.resolve("universe.csv");
    add("quotes", new FinancialSource(time.timing()), Map.of("symbols", "AAPL, AMZN, MSFT"));
    add("movements", new MovementSource(time.timing()), Map.of("symbols", universe));
    add("news", new NewsSource(time.timing()), Map.of("symbols", universe));
    // More often than shipped, so that what a round gives up comes with the next within the day.
    add("macro", new MacroSource(time.timing()), Map.of("indicators", indicators()));
    add("policy", new PolicySource(time.timing()), Map.of("lookback", "60d"));
  }

  /** Of the shipped table, a few with each provider. */
  private String indicators() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../conf/macro-indicators.csv")).stream()
            .filter(
                row ->
                    row.matches(
                        "(indicator|gdp|gdp_annual|unemployment_rate|cpi|federal_funds_rate"
                            + "|real_gdp_annual|payrolls_nsa|consumer_sentiment),.*"))
            .toList();
    return "@" + Files.write(folder.resolve("indicators.csv"), rows);
  }

  private void writeProviders() throws IOException {
    Properties providers = market.simulator().providersProperties();
    providers.keySet().removeIf(key -> key.toString().contains(".requestsPer"));
    for (String name : Limits.PROVIDERS) {
      providers.setProperty(name + ".timeout", "700ms");
    }
    try (Writer file = Files.newBufferedWriter(folder.resolve("providers.properties"))) {
      providers.store(file, null);
    }
  }

  private void add(String name, ScheduledSource source, Map<String, String> own) {
    Map<String, String> settings = new HashMap<>(own);
    settings.put("schedule", "0 * * * *");
    settings.put("stateDir", folder.resolve("state").toString());
    settings.put("providersFile", folder.resolve("providers.properties").toString());
    settings.put("concurrency", "1");
    settings.put("batchSize", "1000");
    keys(name).forEach((key, value) -> settings.put("apiKey." + key, value));
    MemoryChannel channel = Bench.channel(100_000, 1000);
    source.setName(name);
    source.setChannelProcessor(Bench.processor(channel));
    source.configure(new Context(settings));
    source.start();
    sources.put(source, channel);
  }

  private static Map<String, String> keys(String source) {
    return switch (source) {
      case "quotes" -> Map.of("finnhub", "f1nnhub", "alphavantage", "4lpha");
      case "movements" -> Map.of("alphavantage", "4lpha");
      case "news" -> Map.of("finnhub", "f1nnhub", "newsapi", "n3ws");
      case "macro" -> Map.of("fred", "abcdefghijklmnopqrstuvwxyz012345", "alphavantage", "4lpha");
      default -> Map.of();
    };
  }

  ProviderSimulator simulator() {
    return market.simulator();
  }

  /** Calls each source as Flume's runner does, for that long. */
  void run(Duration span) throws UndecodableEventException {
    Instant end = time.instant().plus(span);
    while (time.instant().isBefore(end)) {
      boolean isIdle = true;
      long millis = Long.MAX_VALUE;
      for (Map.Entry<ScheduledSource, MemoryChannel> each : sources.entrySet()) {
        isIdle &= each.getKey().process() == Status.BACKOFF;
        drain(each.getValue());
        millis = Math.min(millis, each.getKey().getBackOffSleepIncrement());
      }
      if (isIdle) {
        time.pass(Duration.ofMillis(millis));
      }
    }
  }

  private void drain(MemoryChannel channel) throws UndecodableEventException {
    for (Event event : Bench.drain(channel)) {
      Event checked = validation.intercept(event);
      DatasetRecord decoded = codec.decode(checked);
      if ("passed".equals(checked.getHeaders().get("validation"))) {
        passed.add(decoded.values());
      } else {
        refused.add(decoded.recordId() + ": " + checked.getHeaders().get("validation.reason"));
      }
    }
  }

  /** What came to the data so far, in order. */
  List<GenericRecord> passed() {
    return List.copyOf(passed);
  }

  /** What validation refused, with the reason. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() {
    sources.keySet().forEach(ScheduledSource::stop);
    sources.values().forEach(MemoryChannel::stop);
    validation.close();
    market.close();
  }
}
