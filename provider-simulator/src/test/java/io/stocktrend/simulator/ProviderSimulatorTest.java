package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProviderSimulatorTest {

  private static final String QUOTE = "/finnhub/api/v1/quote?symbol=AAPL&token=k";

  @Test
  void itsPropertiesLeadEveryClientHere() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      Properties properties = probe.simulator.providersProperties();
      String base = "http://127.0.0.1:" + probe.simulator.port();
      assertEquals(base, probe.simulator.baseUrl());
      assertEquals(base + "/yahoo", properties.get("yahoo.baseUrl"));
      assertEquals(base + "/yahoo/cookie", properties.get("yahoo.cookieUrl"));
      assertEquals(base + "/finnhub/api/v1", properties.get("finnhub.baseUrl"));
      assertEquals(base + "/alphavantage", properties.get("alphavantage.baseUrl"));
    }
  }

  @Test
  void requestsAreRecordedWithRouteQueryAndHeaders() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      probe.get("/yahoo/v8/finance/chart/AAPL?interval=1d&events=div%7Csplit", "X-Mark", "m1");
      probe.get("/nowhere");
      List<ReceivedRequest> requests = probe.simulator.requests();
      ReceivedRequest first = requests.get(0);
      assertEquals("yahoo.chart", first.route());
      assertEquals("/yahoo/v8/finance/chart/AAPL", first.path());
      assertEquals("div|split", first.query().get("events"));
      assertEquals(List.of("m1"), first.headers().get("x-mark"));
      assertEquals(Probe.OPEN, first.instant());
      assertEquals("none", requests.get(1).route());
    }
  }

  @Test
  void aPathWithoutARouteIsNotFound() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      assertEquals(404, probe.get("/nowhere").statusCode());
    }
  }

  @Test
  void onlyGetIsAnswered() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      URI uri = URI.create(probe.simulator.baseUrl() + QUOTE);
      HttpRequest post = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("x")).build();
      assertEquals(405, probe.send(post).statusCode());
    }
  }

  @Test
  void aHangingExchangeBlocksNoOther() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      probe.simulator.inject(Fault.on("finnhub.quote", FaultKind.HANG).times(20));
      List<CompletableFuture<Integer>> hanging = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        hanging.add(hanging(probe));
      }
      awaitRequests(probe, 20);
      assertTimeout(Duration.ofSeconds(5), () -> assertEquals(200, probe.get(QUOTE).statusCode()));
      assertTrue(hanging.stream().noneMatch(CompletableFuture::isDone));
    }
  }

  @Test
  void closingIsPromptWhileExchangesHang() throws Exception {
    Probe probe = Probe.at(Probe.OPEN);
    probe.simulator.inject(Fault.on("*", FaultKind.HANG));
    CompletableFuture<Integer> hanging = hanging(probe);
    awaitRequests(probe, 1);
    assertTimeout(Duration.ofSeconds(1), probe::close);
    CompletionException ended = assertThrows(CompletionException.class, hanging::join);
    assertTrue(ended.getCause() instanceof Probe.NoAnswer, ended.toString());
    assertThrows(Probe.NoAnswer.class, () -> probe.get(QUOTE));
  }

  @Test
  void closingEndsASlowAnswer() throws Exception {
    Probe probe = Probe.at(Probe.OPEN);
    probe.simulator.inject(Fault.on("*", FaultKind.SLOW).with("millis", 60_000));
    CompletableFuture<Integer> slow = hanging(probe);
    awaitRequests(probe, 1);
    assertTimeout(Duration.ofSeconds(1), probe::close);
    assertThrows(CompletionException.class, slow::join);
  }

  @Test
  void clearedFaultsActNoMore() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      probe.simulator.inject(Fault.on("*", FaultKind.STATUS).with("status", 500));
      assertEquals(500, probe.get(QUOTE).statusCode());
      probe.simulator.clearFaults();
      assertEquals(200, probe.get(QUOTE).statusCode());
    }
  }

  @Test
  void latencyIsAddedToEveryAnswer() throws Exception {
    SimulatorOptions options = Probe.options(Probe.OPEN).withLatency(Duration.ofMillis(250));
    try (Probe probe = Probe.of(options)) {
      long start = System.nanoTime();
      assertEquals(404, probe.get("/nowhere").statusCode());
      assertTrue(System.nanoTime() - start >= 250_000_000L);
    }
  }

  @Test
  void faultsMayBeGivenAtTheStart() throws Exception {
    Fault fault = Fault.on("finnhub.quote", FaultKind.STATUS).with("status", 502);
    try (Probe probe = Probe.of(Probe.options(Probe.OPEN).withFaults(List.of(fault)))) {
      assertEquals(502, probe.get(QUOTE).statusCode());
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      int port = probe.simulator.port();
      SimulatorOptions same = Probe.options(Probe.OPEN).withPort(port);
      Exception refused = assertThrows(IOException.class, () -> Probe.of(same));
      assertTrue(refused.getMessage().contains("127.0.0.1:" + port), refused.getMessage());
    }
  }

  private static CompletableFuture<Integer> hanging(Probe probe) {
    return CompletableFuture.supplyAsync(
        () -> probe.get(QUOTE).statusCode(), task -> new Thread(task).start());
  }

  private static void awaitRequests(Probe probe, int count) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (probe.simulator.requests().size() < count && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    assertEquals(count, probe.simulator.requests().size());
  }
}
