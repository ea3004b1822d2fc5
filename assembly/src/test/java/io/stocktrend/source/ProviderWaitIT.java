package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.assembly.StillMarket;
import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.simulator.ReceivedRequest;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How long the source leaves a provider alone, in virtual time. */
final class ProviderWaitIT {
  private static final Instant MIDNIGHT = Instant.parse("2024-06-13T00:00:00Z");

  @TempDir Path folder;

  private SteppedTime time;
  private StillMarket market;

  @BeforeEach
  void openTheMarket() throws IOException {
    time = new SteppedTime(StillMarket.NOW.toString());
    market = StillMarket.open(time);
    market.providersFile(folder);
  }

  @AfterEach
  void closeTheMarket() {
    market.close();
  }

  static Stream<Arguments> everyRouteWithEachStatusThatPasses() {
    return QuoteRoutes.all().flatMap(r -> Stream.of(429, 503).map(s -> Arguments.of(r, s)));
  }

  @ParameterizedTest(name = "{0} status {1}")
  @MethodSource("everyRouteWithEachStatusThatPasses")
  void aRetryAfterIsKeptExactly(RouteRules route, int status) throws Exception {
    route.lead(market.simulator());
    Fault fault = Fault.on(route.name(), FaultKind.STATUS).with("status", status).times(1);
    market.simulator().inject(fault.with("retryAfter", 7));
    market.simulator().inject(fault.with("retryAfterDate", 45));
    try (FinancialRig rig = rig("AMZN", route.provider())) {
      rig.poll();
      assertEquals(List.of(route.provider()), providers(rig));
      assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(45)), time.waits());
    }
  }

  static Stream<RouteRules> everyRoute() {
    return QuoteRoutes.all();
  }

  @ParameterizedTest
  @MethodSource("everyRoute")
  void withoutOneTheBackOffDoublesAndThenTheNextServes(RouteRules route) throws Exception {
    route.lead(market.simulator());
    market.simulator().inject(Fault.on(route.name(), FaultKind.STATUS).with("status", 500));
    String next = QuoteRoutes.next(route.provider());
    try (FinancialRig rig = rig("AMZN", route.provider() + ", " + next)) {
      rig.poll();
      assertEquals(List.of(next), providers(rig));
      assertEquals(Stream.of(500, 1_000, 2_000).map(Duration::ofMillis).toList(), time.waits());
      assertEquals(4, rig.requests(route.name()).size());
    }
  }

  @Test
  void aLongRetryAfterLeavesTheProviderAloneAndTheNextServes() throws Exception {
    Fault fault = Fault.on("yahoo.quote", FaultKind.STATUS).with("status", 429).times(1);
    market.simulator().inject(fault.with("retryAfter", 5_400));
    market
        .simulator()
        .inject(Fault.on("finnhub.quote", FaultKind.STATUS).with("status", 500).after(1));
    try (FinancialRig rig = rig("AAPL", "yahoo, finnhub")) {
      rig.poll();
      assertEquals(List.of("finnhub"), providers(rig));
      assertEquals(List.of(), time.waits());
      Instant allowed = StillMarket.NOW.plusSeconds(5_400);
      rig.runUntil(allowed.minusSeconds(1));
      assertEquals(1, rig.requests("yahoo.quote").size(), "asked before its time");
      rig.runUntil(allowed.plus(Duration.ofMinutes(16)));
      assertEquals(2, rig.requests("yahoo.quote").size(), "asked again after it");
    }
  }

  @Test
  void aSpentQuotaBlocksUntilTheNextDayAlsoAfterARestart() throws Exception {
    market.simulator().inject(Fault.on("alphavantage.quote", FaultKind.INFORMATION).times(1));
    try (FinancialRig rig = rig("AAPL,AMZN", "alphavantage")) {
      rig.runUntil(StillMarket.NOW.plusSeconds(1_000));
      assertEquals(1, rig.requests("").size(), "one refusal is enough");
    }
    try (FinancialRig rig = rig("AAPL,AMZN", "alphavantage")) {
      rig.runUntil(MIDNIGHT.minusSeconds(1));
      assertEquals(List.of(), rig.requests(""));
      rig.runUntil(MIDNIGHT.plusSeconds(60));
      assertEquals(List.of("alphavantage", "alphavantage"), providers(rig));
    }
  }

  @Test
  void anOutageOfEveryProviderForADayMakesNoStorm() throws Exception {
    market.providersFile(folder, Limits.shipped());
    market.simulator().inject(Fault.on("*", FaultKind.STATUS).with("status", 500));
    try (FinancialRig rig = rig("AAPL,AMZN,MSFT", "yahoo, finnhub, alphavantage")) {
      rig.runUntil(StillMarket.NOW.plus(Duration.ofHours(14)));
      assertEquals(List.of(), rig.emitted());
      assertAtMost(30, Duration.ofMinutes(1), rig.requests(""));
      assertTrue(rig.requests("alphavantage").size() <= 2 * 25, "25 in each of two days");
      assertTrue(rig.requests("yahoo").size() > 14, "tried again every hour");
      market.simulator().clearFaults();
      rig.runUntil(StillMarket.NOW.plus(Duration.ofHours(15)));
      assertEquals(List.of("yahoo", "yahoo", "yahoo"), providers(rig));
    }
  }

  @Test
  void theLimitsOfAFreePlanHoldWhateverTheRounds() throws Exception {
    market.providersFile(folder, Limits.shipped());
    try (FinancialRig rig = rig("AAPL,AMZN,MSFT,META,NVDA,TSLA,GOOGL", "alphavantage")) {
      rig.runUntil(MIDNIGHT.plus(Duration.ofHours(10)));
      List<ReceivedRequest> requests = rig.requests("alphavantage");
      assertAtMost(1, Duration.ofSeconds(1), requests);
      assertAtMost(5, Duration.ofMinutes(1), requests);
      assertAtMost(25, Duration.ofDays(1), requests);
      assertEquals(25, requests.size());
      assertEquals(
          7, rig.emitted().stream().map(q -> q.get("symbol").toString()).distinct().count());
    }
  }

  /** In no span of that length, wherever it begins. */
  private static void assertAtMost(int most, Duration span, List<ReceivedRequest> requests) {
    for (int i = 0; i + most < requests.size(); i++) {
      Instant end = requests.get(i).instant().plus(span);
      assertTrue(
          !requests.get(i + most).instant().isBefore(end),
          "more than " + most + " in " + span + " from " + requests.get(i).instant());
    }
  }

  private FinancialRig rig(String symbols, String providers) {
    return new FinancialRig(
        market, time, folder, Map.of("symbols", symbols, "providers", providers));
  }

  private static List<String> providers(FinancialRig rig) throws Exception {
    return rig.emitted().stream().map(ProviderWaitIT::provider).toList();
  }

  private static String provider(GenericRecord quote) {
    return quote.get("provider").toString();
  }
}
