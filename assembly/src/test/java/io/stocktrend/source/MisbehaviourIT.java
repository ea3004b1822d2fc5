package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.assembly.StillMarket;
import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.source.RouteRules.Outcome;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of misbehaviour on every route, for ever: each symbol comes exactly once with the
 * market's figures or unknown ones, after exactly the requests and waits that the rules say.
 */
final class MisbehaviourIT {
  private static final Duration BACK_OFF = Duration.ofMillis(500);

  @TempDir Path folder;

  /** All but a split, which is true. */
  static Stream<Arguments> everyKindOnEveryRoute() {
    Set<FaultKind> kinds = EnumSet.complementOf(EnumSet.of(FaultKind.SPLIT));
    return QuoteRoutes.all().flatMap(route -> kinds.stream().map(k -> Arguments.of(k, route)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("everyKindOnEveryRoute")
  void costsNoSymbolAndBringsNoBadRow(FaultKind kind, RouteRules route) throws Exception {
    SteppedTime time = new SteppedTime(StillMarket.NOW.toString());
    String next = QuoteRoutes.next(route.provider());
    Outcome outcome = route.outcome(kind);
    try (StillMarket market = StillMarket.open(time)) {
      route.lead(market.simulator());
      market.simulator().inject(fault(kind, route.name()));
      providersFile(market, kind);
      Map<String, String> settings =
          Map.of(
              "symbols",
              String.join(",", QuoteRoutes.SYMBOLS),
              "providers",
              route.provider() + ", " + next);
      try (FinancialRig rig = new FinancialRig(market, time, folder, settings)) {
        rig.poll();
        List<GenericRecord> quotes = rig.emitted();
        assertEquals(QuoteRoutes.SYMBOLS, texts(quotes, "symbol").sorted().toList());
        quotes.forEach(quote -> assertGood(quote, market));
        String server = outcome.isByNext() ? next : route.provider();
        assertEquals(List.of(server, server), texts(quotes, "provider").toList());
        assertEquals(outcome.requests(route.calls()), rig.requests(route.name()).size());
      }
    }
    int waits = outcome == Outcome.RETRIED ? route.calls() : 0;
    assertEquals(Collections.nCopies(waits, BACK_OFF), time.waits());
  }

  private static Stream<String> texts(List<GenericRecord> quotes, String column) {
    return quotes.stream().map(quote -> quote.get(column).toString());
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

  /** Only a provider that hangs is given up soon: a busy machine must not look like one. */
  private void providersFile(StillMarket market, FaultKind kind) throws IOException {
    String timeout = kind == FaultKind.HANG ? "800ms" : "30s";
    String[] lines =
        Stream.of("yahoo", "finnhub", "alphavantage")
            .flatMap(name -> Stream.of(name + ".maxAttempts=2", name + ".timeout=" + timeout))
            .toArray(String[]::new);
    market.providersFile(folder, lines);
  }

  private static void assertGood(GenericRecord quote, StillMarket market) {
    Quote expected = market.quote(quote.get("symbol").toString());
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
