package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.simulator.SimulatorOptions;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stocktrend simulate} with all its options, through the launcher. */
final class SimulateIT {
  private static final String BARS =
      "/yahoo/v8/finance/chart/AAPL?interval=1d&period1=1704067200&period2=1706745600";
  private static final long LATENCY = 300;

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void itListensThereWithThatMarketThatLatencyAndThoseFaults() throws Exception {
    int port = freePort();
    String base = "http://127.0.0.1:" + port;
    Path faults =
        Files.writeString(
            folder.resolve("faults.json"),
            "[{\"route\": \"finnhub.quote\", \"kind\": \"status\", \"status\": 503}]");
    Path providers = folder.resolve("providers.properties");
    try (AgentProcess simulator =
        DistributionHome.built()
            .stocktrend(
                folder,
                "simulate",
                "--port",
                Integer.toString(port),
                "--seed",
                "7",
                "--faults",
                faults.toString(),
                "--latency",
                Long.toString(LATENCY),
                "--providers-file",
                providers.toString())) {
      simulator.awaitOutput(base);
      assertTrue(Files.readString(providers).contains("yahoo.baseUrl=" + base + "/yahoo"));
      long start = System.nanoTime();
      String bars = bars(base);
      assertTrue(System.nanoTime() - start >= LATENCY * 1_000_000, "no latency");
      assertEquals(barsOf(7), bars);
      assertNotEquals(barsOf(8), bars);
      assertEquals(503, get(base + "/finnhub/api/v1/quote?symbol=AAPL&token=k").statusCode());
    }
  }

  private String barsOf(long seed) throws Exception {
    SimulatorOptions options = SimulatorOptions.defaults().withSeed(seed);
    try (ProviderSimulator simulator = ProviderSimulator.start(options)) {
      return bars("http://127.0.0.1:" + simulator.port());
    }
  }

  /** Those of a month of the past, without what is said of this moment. */
  private String bars(String base) throws Exception {
    String body = get(base + BARS).body();
    return body.substring(body.indexOf("\"indicators\""));
  }

  private HttpResponse<String> get(String url) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
