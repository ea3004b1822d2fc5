package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of the distribution's agent while it runs and when it is down. */
final class OperateIT {
  private static final String CANARY = "c4n4ry-0f-th3-m3tr1cs";
  private static final Pattern PORT = Pattern.compile("served at http://127.0.0.1:(\\d+)/metrics");

  private final DistributionHome home = DistributionHome.built();

  @TempDir Path folder;

  private StillMarket market;
  private RawAgent agent;

  @BeforeEach
  void open() throws IOException {
    market = StillMarket.open();
    agent = new RawAgent(folder, market.providersFile(folder));
    agent.withKeys(CANARY, CANARY);
    agent.withoutDelay();
  }

  @AfterEach
  void close() {
    market.close();
  }

  @Test
  void aRunningAgentServesItsMetricsAndAStatus() throws Exception {
    try (AgentProcess running = agent.start()) {
      agent.awaitRows(running, 7);
      String metrics = metrics(running);
      assertTrue(metrics.contains("stocktrend_rows_emitted_total{source=\"quotes\"} 7\n"), metrics);
      assertTrue(metrics.contains("stocktrend_source_thread_alive{source=\"quotes\"} 1\n"));
      assertTrue(metrics.contains("stocktrend_rounds_total{outcome=\"complete\""), metrics);
      assertTrue(metrics.contains("flume_channel_channel_size{component=\"parquet\"} "), metrics);
      assertFalse(metrics.contains(CANARY), "a secret is served");
      String status = status();
      assertTrue(status.startsWith("agent raw: runs, process " + running.pid()), status);
      assertTrue(status.lines().anyMatch(line -> line.matches(" *quotes .*complete.* runs")));
      running.terminate();
    }
    String status = status();
    assertTrue(status.startsWith("agent raw: down\n"), status);
    assertTrue(status.lines().anyMatch(line -> line.matches(" *quotes .*complete.* down")), status);
  }

  @Test
  void whatAnAgentWroteDownOfItsRunsHoldsNoSecret() throws Exception {
    agent.runUntilRows(7);
    String runs = Files.readString(agent.data().resolve("state/quotes/runs.log"));
    assertEquals(1, runs.lines().count(), runs);
    assertTrue(runs.contains("\"outcome\":\"complete\",\"emitted\":7,\"unchanged\":0"), runs);
    assertFalse(runs.contains(CANARY));
    assertFalse(Files.readString(agent.data().resolve("state/agent-raw.json")).contains(CANARY));
  }

  @Test
  void aReloadKeepsThePortAndTellsTheNewSources() throws Exception {
    try (AgentProcess running = agent.start("-i", "1")) {
      agent.awaitRows(running, 7);
      String before = port(running);
      AgentFile.shipped(home.conf(), "raw").only("movements").write(folder);
      Path card = agent.data().resolve("state/agent-raw.json");
      running.await(() -> text(card).contains("movements"), "card with the new source");
      assertTrue(text(card).contains("\"port\":" + before + ","), text(card));
      assertTrue(metrics(running).contains("{source=\"movements\"}"));
      running.terminate();
    }
  }

  private String status() throws Exception {
    Map<String, String> environment = Map.of("STOCKTREND_DATA", agent.data().toString());
    try (AgentProcess status = home.run(folder, "stocktrend", environment, "status")) {
      assertEquals(0, status.awaitExit(), () -> status.out() + status.err());
      assertEquals("", status.err());
      return status.out();
    }
  }

  private static String port(AgentProcess running) {
    Matcher matcher = PORT.matcher(running.out());
    assertTrue(matcher.find(), running::out);
    return matcher.group(1);
  }

  private static String metrics(AgentProcess running) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port(running) + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
