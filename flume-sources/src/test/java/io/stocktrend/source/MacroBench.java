package io.stocktrend.source;

import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.UndecodableEventException;
import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.simulator.SimulatorOptions;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.Event;
import org.apache.flume.channel.MemoryChannel;

/** A macro source on a virtual clock, between the simulator and one of Flume's own channels. */
final class MacroBench implements AutoCloseable {
  static final String GDP = "gdp,fred,GDP,USA,billions of dollars SAAR,QUARTERLY";
  static final String[] UNEMPLOYMENT = {
    "unemployment_rate,fred,UNRATE,USA,percent,MONTHLY",
    "unemployment_rate,alphavantage,UNEMPLOYMENT,USA,percent,MONTHLY"
  };

  static final String KEY = "abcdefghijklmnopqrstuvwxyz012345";

  final SteppedTime time;
  final ProviderSimulator simulator;
  private final MemoryChannel channel = Bench.channel(500_000, 1000);
  private final Path folder;
  final Map<String, String> settings = new HashMap<>();
  private MacroSource source;

  MacroBench(Path folder, String start) throws IOException {
    this.folder = folder;
    this.time = new SteppedTime(start);
    this.simulator = ProviderSimulator.start(SimulatorOptions.defaults().withClock(time));
    Path providers = folder.resolve("providers.properties");
    try (OutputStream out = Files.newOutputStream(providers)) {
      Properties addresses = simulator.providersProperties();
      // The limits that the providers state hold, as they do for users.
      addresses.keySet().removeIf(key -> key.toString().contains(".requestsPer"));
      addresses.store(out, null);
    }
    settings.put("stateDir", folder.resolve("state").toString());
    settings.put("providersFile", providers.toString());
    settings.put("indicators", "@../conf/macro-indicators.csv");
    settings.put("batchSize", "1000");
    settings.put("apiKey.fred", KEY);
  }

  MacroBench with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Only these rows of a table. */
  MacroBench indicators(String... rows) throws IOException {
    Path file = folder.resolve("indicators.csv");
    Files.writeString(file, IndicatorRow.HEADER + "\n" + String.join("\n", rows));
    return with("indicators", "@" + file);
  }

  MacroBench start() {
    source = new MacroSource(time.timing());
    source.setName("macro");
    source.configure(Bench.context(settings));
    source.setChannelProcessor(Bench.processor(channel));
    source.start();
    return this;
  }

  /** Writes the settings down, for a process of its own. */
  MacroBench save() throws IOException {
    Properties properties = new Properties();
    properties.putAll(settings);
    try (OutputStream out = Files.newOutputStream(settingsFile())) {
      properties.store(out, null);
    }
    return this;
  }

  Path settingsFile() {
    return folder.resolve("settings.properties");
  }

  /** A source with the settings of that file and a channel of its own. */
  static MacroSource source(Path settingsFile, String now) {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(settingsFile)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
    MacroSource source = new MacroSource(new SteppedTime(now).timing());
    source.setName("macro");
    source.configure(Bench.context(settings));
    source.setChannelProcessor(Bench.processor(Bench.channel(1000, 1000)));
    return source;
  }

  void stop() {
    source.stop();
    source = null;
  }

  /** Lets the source run, if it is due, and takes what it has put. */
  List<GenericRecord> run() throws UndecodableEventException {
    source.process();
    return drain();
  }

  List<GenericRecord> runAt(String instant) throws UndecodableEventException {
    time.set(instant);
    return run();
  }

  List<GenericRecord> drain() throws UndecodableEventException {
    EventCodec codec = new EventCodec();
    List<GenericRecord> records = new ArrayList<>();
    for (Event event : Bench.drain(channel)) {
      DatasetRecord decoded = codec.decode(event);
      records.add(decoded.values());
    }
    return records;
  }

  /** Which provider tells which indicators, and until when they hold. */
  static Set<String> facts(List<GenericRecord> rows) {
    return new TreeSet<>(texts(rows, "indicator", "provider", "series_id", "realtime_end"));
  }

  static List<String> texts(List<GenericRecord> records, String... columns) {
    List<String> texts = new ArrayList<>();
    for (GenericRecord each : records) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        cells.add(text(column, each.get(column)));
      }
      texts.add(String.join(" ", cells));
    }
    return texts;
  }

  /** Times and dates as they are written, not as they are stored. */
  private static String text(String column, Object value) {
    if (value instanceof Long micros && column.matches(".*_(at|time)")) {
      return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
    return value instanceof Integer day
        ? LocalDate.ofEpochDay(day).toString()
        : String.valueOf(value);
  }

  @Override
  public void close() {
    if (source != null) {
      source.stop();
    }
    simulator.close();
  }
}
