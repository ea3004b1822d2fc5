package io.stocktrend.agent.gaps;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.cli.Stdio;
import io.stocktrend.client.cli.StockTrend;
import io.stocktrend.record.Dataset;
import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.simulator.SimulatorOptions;
import io.stocktrend.source.state.Cursor;
import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.RunLog;
import io.stocktrend.source.state.Slice;
import io.stocktrend.source.state.SourceState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** An agent file that leads to the simulator, and the commands as a person runs them. */
final class GapRig implements AutoCloseable {
  /** The exit code where a command ends with an exception. */
  static final int THROWN = 99;

  private final Path folder;
  private final ProviderSimulator simulator;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  GapRig(Path folder, String... universe) throws IOException {
    this.folder = folder;
    this.simulator = ProviderSimulator.start(SimulatorOptions.defaults());
    List<String> lines = new ArrayList<>(List.of("symbol,name,sector,from,to"));
    lines.addAll(List.of(universe));
    Files.write(folder.resolve("universe.csv"), lines);
    limit(Map.of());
    Files.writeString(agents(), GapAgents.raw(folder));
  }

  /** The same with the sources of context and the news. */
  static GapRig ofContext(Path folder) throws IOException {
    GapRig rig = new GapRig(folder);
    Files.writeString(
        folder.resolve("indicators.csv"),
        """
        indicator,provider,series,country,unit,frequency
        unemployment_rate,fred,UNRATE,USA,percent,MONTHLY
        """);
    Files.writeString(rig.agents(), GapAgents.context(folder));
    return rig;
  }

  /** Replaces limits of the providers. */
  void limit(Map<String, String> limits) throws IOException {
    Properties properties = simulator.providersProperties();
    properties.putAll(limits);
    try (Writer file = Files.newBufferedWriter(folder.resolve("providers.properties"))) {
      properties.store(file, null);
    }
  }

  ProviderSimulator simulator() {
    return simulator;
  }

  Path agents() {
    return folder.resolve("raw.properties");
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Writes a round into the run log of a source. */
  void ran(String source, Instant due, Run.Outcome outcome, Map<String, List<String>> failed)
      throws IOException {
    Path state = Files.createDirectories(data().resolve("state").resolve(source));
    Run.Times times = new Run.Times(due, due, due.plusSeconds(60), due.plusSeconds(3600));
    new RunLog(state).append(new Run(times, outcome, new Run.Rows(0, 0), Map.of(), failed));
  }

  /** Notes in the cursor of a source that a row of that natural key went into its channel. */
  void collected(String source, String key) throws IOException {
    try (SourceState state = SourceState.open(data().resolve("state").resolve(source))) {
      Cursor cursor = state.loadCursor();
      Slice.Identity identity = new Slice.Identity(key, "f", List.of());
      Slice.Item item = new Slice.Item(identity, Map.of(), new byte[0]);
      cursor.moveTo(new Slice(1, List.of(item), Map.of()), LocalDate.of(2024, 6, 20));
      state.saveCursor(cursor);
    }
  }

  /** Runs {@code gaps} at that time; its exit code. */
  int gaps(Instant now, String... arguments) {
    return run(new GapsCommand(Clock.fixed(now, ZoneOffset.UTC), stdio()), arguments);
  }

  /** Runs {@code backfill} now. */
  int backfill(String... arguments) {
    return run(new BackfillCommand(Clock.systemUTC(), stdio()), arguments);
  }

  private Stdio stdio() {
    return new Stdio(
        out, new PrintStream(err, true, StandardCharsets.UTF_8), false, Integer.MAX_VALUE);
  }

  private int run(Callable<Integer> command, String... arguments) {
    out.reset();
    err.reset();
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, line, result) -> {
              failure.printStackTrace(stdio().err());
              return THROWN;
            })
        .execute(with(arguments));
  }

  private String[] with(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--agents", agents().toString(), "--data", data().toString()));
    return all.toArray(String[]::new);
  }

  /** Runs {@code stocktrend} in a process of its own that dies at that step; its exit code. */
  int die(String step, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstocktrend.faultPoint=" + step,
                "-cp",
                System.getProperty("java.class.path"),
                StockTrend.class.getName()));
    command.addAll(List.of(with(arguments)));
    Path log = folder.resolve("process.log");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }

  /** What the last command wrote to standard output. */
  String out() {
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** What the last command wrote to standard error. */
  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** One value of a statement. */
  Object value(String sql) {
    try (MarketDataClient client = MarketDataClient.open(data())) {
      return client.sql(sql).list().get(0).values().get(0);
    }
  }

  /** All rows of a dataset as they lie in the parts, where nothing hides a repetition. */
  long storedRows(Dataset dataset) throws SQLException {
    List<Path> parts;
    try (MarketDataClient client = MarketDataClient.open(data())) {
      parts = client.partFiles(dataset);
    }
    String files = parts.stream().map(part -> "'" + part + "'").collect(Collectors.joining(", "));
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT count(*) FROM read_parquet([" + files + "])")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() {
    simulator.close();
  }
}
