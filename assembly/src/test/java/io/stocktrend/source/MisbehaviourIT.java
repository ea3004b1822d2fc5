package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.assembly.StillMarket;
import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.simulator.market.Quote;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of misbehaviour on every route, for ever: each symbol comes exactly once with the
 * market's figures or unknown ones, within the attempts and waits that the policy allows.
 */
final class MisbehaviourIT {
  private static final List<String> SYMBOLS = List.of("AAPL", "AMZN");
  private static final int ATTEMPTS = 2;
  private static final List<String> ROUTES =
      List.of(
          "yahoo.cookie",
          "yahoo.crumb",
          "yahoo.quote",
          "yahoo.quoteSummary",
          "yahoo.chart",
          "finnhub.quote",
          "finnhub.profile",
          "finnhub.metric",
          "alphavantage.quote",
          "alphavantage.overview");

  private static StillMarket market;
  private static VirtualTime time;

  @TempDir Path folder;

  @BeforeAll
  static void openTheMarket() throws IOException {
    time = new VirtualTime(StillMarket.NOW);
    market = StillMarket.open(time.clock());
  }

  @AfterAll
  static void closeTheMarket() {
    market.close();
  }

  static Stream<Arguments> everyKindOnEveryRoute() {
    return Arrays.stream(FaultKind.values())
        .flatMap(kind -> ROUTES.stream().map(route -> Arguments.of(kind, route)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("everyKindOnEveryRoute")
  void costsNoSymbolAndBringsNoBadRow(FaultKind kind, String route) throws Exception {
    market.simulator().clearFaults();
    lead(route);
    market.simulator().inject(fault(kind, route));
    String spoilt = route.substring(0, route.indexOf('.'));
    String next = spoilt.equals("yahoo") ? "finnhub" : "yahoo";
    time.restart(StillMarket.NOW);
    providersFile();
    try (FinancialRig rig = rig(spoilt + ", " + next)) {
      rig.poll();
      List<GenericRecord> quotes = rig.emitted();
      assertEquals(SYMBOLS, quotes.stream().map(q -> q.get("symbol").toString()).sorted().toList());
      quotes.forEach(quote -> assertGood(quote, List.of(spoilt, next)));
      int asked = rig.requests(route).size();
      // Cookie and crumb once more when refused; otherwise so many attempts for each symbol.
      assertTrue(asked > 0, "the route must be asked");
      assertTrue(asked <= 2 * ATTEMPTS * SYMBOLS.size(), asked + " requests");
    }
    Duration waited = time.waits().stream().reduce(Duration.ZERO, Duration::plus);
    assertTrue(waited.compareTo(Duration.ofMinutes(3)) <= 0, "waited " + waited);
  }

  /** Summaries and charts are asked only for what a quote lacks. */
  private static void lead(String route) {
    if (route.equals("yahoo.quoteSummary") || route.equals("yahoo.chart")) {
      Fault sparse = Fault.on("yahoo.quote", FaultKind.MISSING_MEMBERS);
      market.simulator().inject(sparse.with("members", "regularMarketOpen"));
    }
    if (route.equals("yahoo.chart")) {
      Fault sparse = Fault.on("yahoo.quoteSummary", FaultKind.MISSING_MEMBERS);
      market.simulator().inject(sparse.with("members", "regularMarketOpen,open"));
    }
  }

  private static Fault fault(FaultKind kind, String route) {
    Fault fault = Fault.on(route, kind);
    return switch (kind) {
      case STATUS -> fault.with("status", 500);
      case SLOW -> fault.with("millis", 30);
      case MISSING_MEMBERS -> fault.with("members", "regularMarketPrice,c,05. price,metric,Symbol");
      case OVERSIZED -> fault.with("bytes", 40_000_000);
      case REDIRECT -> fault.with("location", "https://example.org/");
      default -> fault;
    };
  }

  /** A provider that hangs is given up soon; no answer of the simulator takes so long. */
  private void providersFile() throws IOException {
    String[] lines =
        Stream.of("yahoo", "finnhub", "alphavantage")
            .flatMap(
                name ->
                    Stream.of(
                        name + ".maxAttempts=" + ATTEMPTS,
                        name + ".timeout=300ms",
                        name + ".requestsPerSecond=0",
                        name + ".requestsPerMinute=0"))
            .toArray(String[]::new);
    market.providersFile(folder, lines);
  }

  private FinancialRig rig(String providers) {
    Map<String, String> settings =
        Map.of("symbols", String.join(",", SYMBOLS), "providers", providers);
    return new FinancialRig(market, time, folder, settings);
  }

  private static void assertGood(GenericRecord quote, List<String> providers) {
    Quote expected = market.quote(quote.get("symbol").toString());
    assertTrue(providers.contains(quote.get("provider").toString()), quote::toString);
    assertEquals(expected.price(), (double) quote.get("close"), 1e-9, quote::toString);
    assertUnknownOr(expected.day().open(), quote.get("open"), quote);
    assertUnknownOr(expected.day().high(), quote.get("high"), quote);
    assertUnknownOr(expected.day().low(), quote.get("low"), quote);
    assertUnknownOr(expected.previousClose(), quote.get("previous_close"), quote);
    assertUnknownOr((double) expected.marketCap(), quote.get("market_cap"), quote);
    assertUnknownOr(expected.trailingPe(), quote.get("pe_ratio"), quote);
    assertUnknownOr(expected.year().low(), quote.get("fifty_two_week_low"), quote);
    assertUnknownOr(expected.year().high(), quote.get("fifty_two_week_high"), quote);
    Instant eventTime = Instant.EPOCH.plus((long) quote.get("event_time"), ChronoUnit.MICROS);
    assertTrue(!eventTime.isAfter(StillMarket.NOW), quote::toString);
    assertTrue(eventTime.isAfter(StillMarket.NOW.minus(Duration.ofHours(3))), quote::toString);
  }

  /** Providers round: the figures agree to the last digit that all of them give. */
  private static void assertUnknownOr(double expected, Object found, GenericRecord quote) {
    if (found != null) {
      double value = ((Number) found).doubleValue();
      assertEquals(expected, value, Math.abs(expected) * 1e-4, quote::toString);
    }
  }
}
