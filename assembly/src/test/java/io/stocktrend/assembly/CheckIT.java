package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stocktrend check} as users run it, on the agent files that are shipped. */
final class CheckIT {
  private static final String CANARY = "c4n4ry-0f-th3-ch3ck";

  private final DistributionHome home = DistributionHome.built();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder;

  @BeforeEach
  void writeCredentials() throws IOException {
    credentials("rw-------");
    environment.put("STOCKTREND_DATA", folder.resolve("data").toString());
  }

  @Test
  void theShippedAgentFilesAreFine() throws Exception {
    String out = fine(shipped("raw"), shipped("context"));
    assertTrue(out.contains("raw.properties, agent raw: fine"), out);
    assertTrue(out.contains("context.properties, agent context: fine"), out);
    assertTrue(out.contains("source macro, next runs:"), out);
    assertFalse(Files.exists(folder.resolve("data")), "a check makes nothing");
  }

  @Test
  void theyAreFineWithEveryCopyToo() throws Exception {
    environment.put("STOCKTREND_COPIES", "csv json jdbc mongo");
    String out = fine("--print-effective", shipped("raw"), shipped("context"));
    assertTrue(out.contains("raw.sinks.jdbc.password = ***"), out);
    assertTrue(out.contains("context.sinks.mongo.database = market"), out);
  }

  @Test
  void aCopyThatIsUnknownIsNamed() throws Exception {
    environment.put("STOCKTREND_COPIES", "csv jsn");
    String error = refused(1, shipped("context"));
    assertTrue(error.contains("sink jsn: it stands in context.sinks, but nothing is set"), error);
  }

  @Test
  void credentialsThatOthersMayReadAreNamedWithTheRemedy() throws Exception {
    credentials("rw-r--r--");
    String error = refused(1, shipped("raw"));
    assertTrue(error.contains("chmod 600 " + folder.resolve("credentials.json")), error);
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage() throws Exception {
    String error = refused(2, "none.properties");
    assertTrue(error.contains("the agent file none.properties is not there"), error);
  }

  @Test
  void aCheckDoesNotMindTheAgentThatRuns() throws Exception {
    try (StillMarket market = StillMarket.open()) {
      RawAgent agent = new RawAgent(folder, market.providersFile(folder));
      agent.withKeys(CANARY, CANARY);
      agent.with("raw.sources = quotes");
      try (AgentProcess running = agent.start()) {
        running.awaitOutput("Agent raw runs");
        fine(folder.resolve("raw.properties").toString());
        running.terminate();
      }
    }
  }

  private String fine(String... arguments) throws Exception {
    try (AgentProcess check = check(arguments)) {
      assertEquals(0, check.awaitExit(), () -> check.out() + check.err());
      assertEquals("", check.err());
      assertFalse(check.out().contains(CANARY), "a secret is shown");
      return check.out();
    }
  }

  private String refused(int exitCode, String... arguments) throws Exception {
    try (AgentProcess check = check(arguments)) {
      assertEquals(exitCode, check.awaitExit(), () -> check.out() + check.err());
      assertTrue(
          check.err().lines().allMatch(line -> line.startsWith("stocktrend: ")), check.err());
      return check.err();
    }
  }

  private AgentProcess check(String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of("check"));
    words.addAll(List.of(arguments));
    return home.run(folder, "stocktrend", environment, words.toArray(String[]::new));
  }

  private String shipped(String agent) {
    return home.conf().resolve(agent + ".properties").toString();
  }

  private void credentials(String mode) throws IOException {
    StringBuilder json = new StringBuilder("{");
    for (String name : List.of("finnhub", "newsapi", "fred", "alphavantage")) {
      json.append("\"%s\": {\"apiKey\": \"%s\"}, ".formatted(name, CANARY));
    }
    String login = "{\"user\": \"collector\", \"password\": \"" + CANARY + "\"}";
    json.append("\"postgres\": ").append(login).append(", \"mongo\": ").append(login).append("}");
    Path file = Files.writeString(folder.resolve("credentials.json"), json);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    environment.put("STOCKTREND_CREDENTIALS", file.toString());
  }
}
