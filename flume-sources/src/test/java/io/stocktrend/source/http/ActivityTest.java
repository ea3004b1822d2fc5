package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityTest {
  @TempDir private Path folder;
  private ClientBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new ClientBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void requestsAreCountedByOutcomeAndRetriesApart() throws Exception {
    bench.willAnswer(503, 429, 200, 404);
    bench.get();
    assertThrows(ProviderException.class, bench::get);
    assertEquals(
        Map.of("answered", 1L, "not_found", 1L, "rate_limit", 1L, "unavailable", 1L), counted());
    assertEquals(2, bench.client.activity().retries());
  }

  @Test
  void aProviderThatFailsOnAndOnIsLeftAloneAndNotAsked() {
    bench.willAnswer(
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500);
    assertFalse(bench.client.isLeftAlone());
    for (int call = 0; call < 4; call++) {
      assertThrows(ProviderException.class, bench::get);
    }
    assertTrue(bench.client.isLeftAlone());
    assertEquals(Breaker.FEWEST, counted().get("unavailable"));
    assertEquals(2, counted().get("not_asked"), "one to end the third call, one for the fourth");
  }

  @Test
  void theWaitForTheLimitsIsSummed() throws Exception {
    ProviderSettings settings =
        new ProviderSettings("slow", 1, 0, 0, ZoneOffset.UTC, Duration.ofSeconds(5), 1);
    ProviderClient.Parts parts =
        new ProviderClient.Parts(
            new HttpCalls(settings.timeout()),
            new RequestBudget(settings, folder, bench.time.timing()),
            new Redactor(List.of()),
            bench.time.timing());
    bench.willAnswer(200, 200, 200);
    try (ProviderClient client = new ProviderClient(settings, parts)) {
      for (int call = 0; call < 3; call++) {
        client.get(bench.url(), bench.status);
      }
      Duration waited = bench.time.waits().stream().reduce(Duration.ZERO, Duration::plus);
      assertTrue(waited.toSeconds() == 2, "two waits of about a second: " + waited);
      assertEquals(waited, client.activity().limitWait());
    }
  }

  private Map<String, Long> counted() {
    Map<String, Long> counted = new HashMap<>(bench.client.activity().requests());
    counted.values().removeIf(count -> count == 0);
    return counted;
  }
}
