package io.stocktrend.assembly;

import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.source.VirtualTime;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Both agents as they are shipped but for their clock, in processes of their own. */
final class SoakAgents implements AutoCloseable {
  private static final Map<String, List<String>> SOURCES =
      Map.of("raw", List.of("quotes", "movements", "news"), "context", List.of("macro", "policy"));
  private static final Map<String, String> TYPES =
      Map.of(
          "quotes", "FinancialSource",
          "movements", "MovementSource",
          "news", "NewsSource",
          "macro", "MacroSource",
          "policy", "PolicySource");
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final String BATCH = ".batchSize = ";

  /** For processes that are too short-lived to be worth more. */
  private static final String COMPILE_ONCE = "-XX:TieredStopAtLevel=1";

  private final VirtualTime time;
  private final Path clock;
  private final String compiler;
  private final BothAgents agents;
  private final Set<String> running = new LinkedHashSet<>();
  private int reloads;

  SoakAgents(Path folder, SoakScale scale, ProviderSimulator simulator, VirtualTime time)
      throws IOException {
    this.time = time;
    this.clock = clock(folder);
    this.compiler = scale.isLong() ? "-XX:+TieredCompilation" : COMPILE_ONCE;
    Path universe = Files.write(folder.resolve("universe.csv"), scale.universe());
    this.agents = new BothAgents(folder, providers(folder, simulator)).withUniverse(universe);
    Path indicators = Files.write(folder.resolve("indicators.csv"), scale.indicators());
    agents.with("context.sources.macro.indicators = @" + indicators);
    agents.withEnvironment("STOCKTREND_OPTS", compiler);
    for (String agent : List.of("raw", "context")) {
      agents.with(agent + ".sinks.parquet.batchMaxDelay = 20ms");
    }
  }

  static Path clock(Path folder) {
    return folder.resolve("clock");
  }

  /** With the limits that are shipped. */
  private static Path providers(Path folder, ProviderSimulator simulator) throws IOException {
    Properties providers = simulator.providersProperties();
    providers.keySet().removeIf(key -> key.toString().contains(".requestsPer"));
    Path file = folder.resolve("simulated.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      providers.store(writer, null);
    }
    return file;
  }

  /** Starts an agent; it dies at that step, if one is named. */
  void start(String agent, String step) throws IOException {
    SOURCES.get(agent).forEach(time::busy);
    SOURCES.get(agent).forEach(source -> type(source, "VirtualSource$" + capital(source)));
    Path classes = Path.of(System.getProperty("stocktrend.testClasses"));
    agents.startOne(
        agent,
        "-i",
        "1",
        "-C",
        classes.toString(),
        "-D" + VirtualTime.FILE + "=" + clock,
        compiler,
        "-Dstocktrend.faultPoint=" + step);
    running.add(agent);
  }

  private void type(String source, String type) {
    String agent = SOURCES.get("raw").contains(source) ? "raw" : "context";
    agents.with(agent + ".sources." + source + ".type = io.stocktrend.source." + type);
  }

  private static String capital(String source) {
    return source.substring(0, 1).toUpperCase(Locale.ROOT) + source.substring(1);
  }

  /** What is missing by the command {@code gaps}, whose clock is the machine's. */
  String gaps(SoakScale scale) throws IOException, InterruptedException {
    TYPES.forEach(this::type);
    String files = agents.write("raw") + "," + agents.write("context");
    String from = scale.start().toString();
    String to = scale.end().toString();
    return agents.stocktrend(
        "gaps", "--agents", files, "--from", from, "--to", to, "--format", "csv");
  }

  VirtualTime time() {
    return time;
  }

  BothAgents both() {
    return agents;
  }

  boolean isRunning(String agent) {
    return running.contains(agent);
  }

  /** Whether it has died at the step that it was started for. */
  boolean isDead(String agent) {
    return running.contains(agent) && !agents.process(agent).isAlive();
  }

  void kill(String agent) throws InterruptedException {
    agents.process(agent).kill();
    running.remove(agent);
  }

  void terminate(String agent) throws InterruptedException {
    agents.process(agent).terminate();
    running.remove(agent);
  }

  /** A wrong file, which changes nothing, and then a good one. */
  void reload(String agent) throws IOException {
    AgentProcess process = agents.process(agent);
    int refused = count(process, "Not reloaded");
    agents.with(agent + ".sinks.parquet.batchSise = 1").write(agent);
    process.await(() -> count(process, "Not reloaded") > refused, "refusal of a wrong file");
    agents.without(agent + ".sinks.parquet.batchSise");
    int taken = count(process, "Reloading");
    SOURCES.get(agent).forEach(time::busy);
    agents.with(agent + ".sinks.parquet" + BATCH + (9_000 + ++reloads)).write(agent);
    process.await(() -> count(process, "Reloading") > taken, "reload");
  }

  private static int count(AgentProcess process, String text) {
    return process.out().split(text, -1).length - 1;
  }

  /** Waits until no source of the running agents has anything to do; the time until which. */
  Instant awaitIdle() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (int look = 1; ; look++) {
      Instant now = time.instant();
      Instant first =
          running.stream()
              .flatMap(agent -> SOURCES.get(agent).stream())
              .map(time::idleUntil)
              .min(Instant::compareTo)
              .orElse(Instant.MAX);
      if (first.isAfter(now)) {
        return first;
      }
      if (look % 100 == 0 && (running.stream().anyMatch(this::isDead) || System.nanoTime() > end)) {
        return Instant.MIN;
      }
      Thread.sleep(1);
    }
  }

  /**
   * What an agent holds once its garbage is collected; nothing if it dies before it has said so.
   */
  Optional<VirtualTime.Vitals> vitals(String agent) {
    AgentProcess process = agents.process(agent);
    time.askVitals(agent);
    BooleanSupplier answered = () -> !time.isVitalsAsked(agent);
    // At a named step an agent dies by itself, perhaps just now.
    process.awaitOrEnd(answered, "vitals of " + agent, PATIENCE);
    return answered.getAsBoolean() ? Optional.of(time.vitalsOf(agent)) : Optional.empty();
  }

  /** How many log files the file channels of an agent have, each of which Flume keeps open. */
  long channelLogs(String agent) throws IOException {
    long logs = 0;
    Path channels = agents.data().resolve("channels");
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(channels, agent + "-*")) {
      for (Path folder : folders) {
        String[] names = folder.resolve("log").toFile().list();
        logs += Stream.of(names).filter(name -> name.matches("log-\\d+")).count();
      }
    }
    return logs;
  }

  @Override
  public void close() {
    agents.close();
  }
}
