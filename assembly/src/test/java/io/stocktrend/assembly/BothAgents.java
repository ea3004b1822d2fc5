package io.stocktrend.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Both agents of the distribution as they are shipped, with their data and keys in one folder. */
final class BothAgents implements AutoCloseable {
  private static final List<String> RAW = List.of("quotes", "movements", "news");
  private static final List<String> CONTEXT = List.of("macro", "policy");
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Pattern ATTEMPT =
      Pattern.compile("Source (\\w+): (\\d+) rows emitted, (\\d+) unchanged, (.*); next at");

  private static final Pattern START = Pattern.compile("Source (\\w+) is due next at (\\S+Z)\\.");

  private final Path folder;
  private final Path providers;
  private final DistributionHome home = DistributionHome.built();
  private final Map<String, AgentFile> files = new LinkedHashMap<>();
  private final Map<String, AgentProcess> running = new LinkedHashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> sources = new ArrayList<>();

  /** What a source said at the end of an attempt. */
  record Attempt(String source, long emitted, long unchanged, String end) {}

  BothAgents(Path folder, Path providers) throws IOException {
    this.folder = folder;
    this.providers = providers;
    for (String agent : List.of("raw", "context")) {
      files.put(agent, AgentFile.shipped(home.conf(), agent));
    }
    sources.addAll(RAW);
    sources.addAll(CONTEXT);
    withEnvironment("STOCKTREND_DATA", data().toString());
    withEnvironment("STOCKTREND_CREDENTIALS", folder.resolve("credentials.json").toString());
    withKeys("f1nnhub", "4lph4", "n3wsapi", "abcdefghijklmnopqrstuvwxyz012345");
  }

  Path data() {
    return folder.resolve("data");
  }

  Stored stored() {
    return new Stored(data());
  }

  /** From now on with this line in the file of the agent that it begins with. */
  BothAgents with(String line) {
    files.get(line.substring(0, line.indexOf('.'))).with(line);
    return this;
  }

  /** From now on without the line of that key in the file of the agent that it begins with. */
  BothAgents without(String key) {
    files.get(key.substring(0, key.indexOf('.'))).without(key);
    return this;
  }

  /** From now on without that setting of the sinks of that name. */
  BothAgents withoutSinkSetting(String setting) {
    files.forEach((agent, file) -> file.without(agent + ".sinks." + setting));
    return this;
  }

  /** From now on with that setting in place of every source's own. */
  BothAgents withEach(String setting) {
    sources.forEach(source -> with(agent(source) + ".sources." + source + "." + setting));
    return this;
  }

  /** From now on with that source alone in its agent. */
  BothAgents withOnly(String source) {
    files.get(agent(source)).only(source);
    sources.removeIf(other -> agent(other).equals(agent(source)) && !other.equals(source));
    return this;
  }

  /** From now on with parts written as soon as their events come. */
  BothAgents withoutDelay() {
    files.keySet().forEach(agent -> with(agent + ".sinks.parquet.batchMaxDelay = 50ms"));
    return this;
  }

  /** From now on with these members of that universe only. */
  BothAgents withUniverse(Path file) {
    return with("raw.sources.movements.symbols = @" + file)
        .with("raw.sources.news.symbols = @" + file);
  }

  BothAgents withKeys(String finnhub, String alphaVantage, String newsApi, String fred)
      throws IOException {
    String json =
        """
        {"finnhub": {"apiKey": "%s"}, "alphavantage": {"apiKey": "%s"},
         "newsapi": {"apiKey": "%s"}, "fred": {"apiKey": "%s"}}
        """;
    return writeCredentials(json.formatted(finnhub, alphaVantage, newsApi, fred));
  }

  private BothAgents writeCredentials(String json) throws IOException {
    Path file = folder.resolve("credentials.json");
    Files.writeString(file, json);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return this;
  }

  /** From now on with these members in the credentials, too. */
  BothAgents withCredentials(String members) throws IOException {
    String json = Files.readString(folder.resolve("credentials.json"));
    return writeCredentials("{" + members + ", " + json.strip().substring(1));
  }

  /** From now on with that variable in the environment. */
  BothAgents withEnvironment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  void start(String... options) throws IOException {
    for (String agent : files.keySet()) {
      startOne(agent, options);
    }
  }

  void startOne(String agent, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.folder().resolve("bin/flume-ng").toString());
    command.addAll(List.of("agent", "-n", agent, "-f", write(agent).toString()));
    command.add("-Dstocktrend.providers=" + providers);
    command.addAll(List.of(options));
    running.put(agent, AgentProcess.start(folder.resolve(agent), agent, environment, command));
  }

  /** Writes the file of that agent, also while it runs. */
  Path write(String agent) throws IOException {
    return files.get(agent).write(Files.createDirectories(folder.resolve(agent)));
  }

  /**
   * What a command of the offline tool prints, about these data and agents, as long as it succeeds.
   */
  String stocktrend(String... arguments) throws IOException, InterruptedException {
    try (AgentProcess command = home.run(folder, "stocktrend", environment, arguments)) {
      if (command.awaitExit(PATIENCE) != 0) {
        throw new AssertionError(command.out() + command.err());
      }
      return command.out();
    }
  }

  AgentProcess process(String agent) {
    return running.get(agent);
  }

  /** Waits until every source has ended a round that was complete, in this life or an earlier. */
  void awaitRound() {
    long expected = sources.stream().filter(source -> running.containsKey(agent(source))).count();
    await(() -> complete().size() == expected, "complete rounds");
  }

  /** The sources that said so, and those that had nothing due when they started. */
  private Set<String> complete() {
    Set<String> complete = new HashSet<>();
    for (Attempt attempt : attempts()) {
      if (attempt.end.equals("complete")) {
        complete.add(attempt.source);
      }
    }
    Matcher start = START.matcher(out());
    while (start.find()) {
      if (Instant.parse(start.group(2)).isAfter(Instant.now())) {
        complete.add(start.group(1));
      }
    }
    return complete;
  }

  /** Waits, as long as both live. */
  void await(BooleanSupplier condition, String what) {
    AgentProcess first = running.values().iterator().next();
    first.await(
        () -> condition.getAsBoolean() || isAnyDead(), what + " of " + running.keySet(), PATIENCE);
    if (isAnyDead()) {
      throw new AssertionError("an agent has ended\n" + out());
    }
  }

  private boolean isAnyDead() {
    return running.values().stream().anyMatch(process -> !process.isAlive());
  }

  /** The attempts that have ended since the start. */
  List<Attempt> attempts() {
    List<Attempt> attempts = new ArrayList<>();
    Matcher line = ATTEMPT.matcher(out());
    while (line.find()) {
      long emitted = Long.parseLong(line.group(2));
      attempts.add(
          new Attempt(line.group(1), emitted, Long.parseLong(line.group(3)), line.group(4)));
    }
    return attempts;
  }

  /** Lines of warnings and errors of both. */
  List<String> complaints() {
    return out().lines().filter(line -> line.matches("\\S+ (WARN|ERROR|FATAL) .*")).toList();
  }

  String out() {
    return String.join("\n", running.values().stream().map(p -> p.out() + p.err()).toList());
  }

  void terminate() throws InterruptedException {
    for (AgentProcess process : running.values()) {
      process.terminate();
    }
  }

  void kill() throws InterruptedException {
    for (AgentProcess process : running.values()) {
      process.kill();
    }
  }

  @Override
  public void close() {
    running.values().forEach(AgentProcess::close);
  }

  private static String agent(String source) {
    return RAW.contains(source) ? "raw" : "context";
  }
}
