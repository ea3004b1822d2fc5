package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class CheckCommandTest {
  private static final Instant NOW = Instant.parse("2026-11-23T14:20:00Z");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Those that depend on the environment are checked by the launcher's test. */
  static List<BrokenAgent> brokenAgents() {
    return BrokenAgent.all().stream()
        .filter(broken -> broken.ends().containsKey("check") && !broken.needsProcess())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("brokenAgents")
  void everyBrokenAgentIsNamedWithItsRemedy(BrokenAgent broken) throws IOException {
    broken.write(folder);
    int exitCode = check(broken.file(folder));
    String wanted =
        broken.findings(folder).stream()
            .map(line -> "stocktrend: " + line + "\n")
            .collect(Collectors.joining());
    assertEquals(wanted, err.toString());
    assertEquals(broken.ends().get("check"), Integer.toString(exitCode));
    assertFalse((out.toString() + err).contains("canary"), "a secret is shown");
  }

  @Test
  void theTableHasFortyBrokenAgentsAtTheLeast() {
    assertTrue(brokenAgents().size() >= 40);
  }

  @Test
  void aGoodAgentIsFineAndShowsItsRunsAndRequests() throws IOException {
    assertEquals(0, check(good().toString()), err::toString);
    assertEquals("", err.toString());
    assertEquals(
        """
        FOLDER/raw.properties, agent raw: fine
          source movements, next runs:
            2026-11-23 09:30 EST = 2026-11-23 14:30 UTC
            2026-11-24 09:30 EST = 2026-11-24 14:30 UTC
            2026-11-25 09:30 EST = 2026-11-25 14:30 UTC
            2026-11-26 09:30 EST = 2026-11-26 14:30 UTC
            2026-11-27 09:30 EST = 2026-11-27 14:30 UTC
          source movements, requests in 24 hours (1 round):
            yahoo 3, no limit a day
          source quotes, next runs:
            2026-11-23 15:00 UTC
            2026-11-23 16:00 UTC
            2026-11-23 17:00 UTC
            2026-11-23 18:00 UTC
            2026-11-23 19:00 UTC
          source quotes, requests in 24 hours (24 rounds):
            yahoo 24, no limit a day
            finnhub 144, no limit a day; only for what those before it do not answer
        """,
        out.toString().replace(folder.toString(), "FOLDER"));
  }

  @Test
  void aCheckLeavesNoTrace() throws IOException {
    assertEquals(0, check(good().toString()), err::toString);
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of("providers.properties", "raw.properties"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void theEffectiveConfigurationHidesSecrets() throws IOException {
    assertEquals(0, check("--print-effective", good().toString()));
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.contains("raw.sources.quotes.apiKey.finnhub = ***"), out::toString);
    assertTrue(lines.contains("raw.sources.quotes.symbols = AAPL, MSFT"), out::toString);
    assertTrue(lines.contains("raw.sinks.parquet.batchSize = 1000"), out::toString);
    assertFalse(out.toString().contains("canary"));
  }

  @Test
  void severalFilesAreCheckedAndTheWorstDecides() throws IOException {
    Path good = good();
    Path other = Files.writeString(folder.resolve("other.properties"), AgentText.GOOD);
    assertEquals(2, check(good.toString(), other.toString(), folder + "/none.properties"));
    assertEquals(
        "stocktrend: the agent file "
            + folder
            + "/none.properties is not there or not a file: correct its path\n",
        err.toString());
    assertTrue(out.toString().contains("other.properties, agent raw: fine"), out::toString);
  }

  @Test
  void aCheckWithoutAFileIsWrongUsage() {
    assertEquals(2, check());
  }

  private Path good() throws IOException {
    return BrokenAgent.NOT.write(folder);
  }

  private int check(String... arguments) {
    CommandLine line = new CommandLine(new CheckCommand(Clock.fixed(NOW, ZoneOffset.UTC)));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
