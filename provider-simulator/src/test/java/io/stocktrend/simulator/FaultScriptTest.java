package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.wire.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultScriptTest {

  private final FaultScript script = new FaultScript(List.of("a.one", "a.two", "b.one"));

  @Test
  void aRuleStartsAfterAndEndsAfterItsTimes() {
    script.add(Fault.on("a.one", FaultKind.HTML).after(2).times(1));
    assertEquals(List.of("-", "-", "HTML", "-", "-"), kinds(5, "a.one", "AAPL"));
  }

  @Test
  void aRuleWithoutTimesNeverEnds() {
    script.add(Fault.on("a.one", FaultKind.HTML).after(1));
    assertEquals(List.of("-", "HTML", "HTML", "HTML"), kinds(4, "a.one", "AAPL"));
  }

  @Test
  void rulesOfOneRouteFollowEachOther() {
    script.add(Fault.on("a.one", FaultKind.HTML).times(1));
    script.add(Fault.on("a.one", FaultKind.CUT).times(2));
    assertEquals(List.of("HTML", "CUT", "CUT", "-"), kinds(4, "a.one", "AAPL"));
  }

  @Test
  void aRuleIsForItsRouteItsProviderOrAll() {
    script.add(Fault.on("a.two", FaultKind.HTML).times(1));
    script.add(Fault.on("a.*", FaultKind.CUT).times(1));
    script.add(Fault.on("*", FaultKind.HANG).times(1));
    assertEquals(List.of("HANG", "-"), kinds(2, "b.one", "AAPL"));
    assertEquals(List.of("CUT", "-"), kinds(2, "a.one", "AAPL"));
    assertEquals(List.of("HTML", "-"), kinds(2, "a.two", "AAPL"));
  }

  @Test
  void aRuleForASymbolCountsItsRequestsOnlyHoweverItIsSpelt() {
    script.add(Fault.on("a.one", FaultKind.HTML).forSymbol("BRK.B").after(1));
    assertEquals(List.of("-", "-"), kinds(2, "a.one", "AAPL"));
    assertEquals(List.of("-", "HTML"), kinds(2, "a.one", "AAPL,brk-b"));
  }

  @Test
  void anUnknownRouteIsRefusedWithTheKnownOnes() {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class, () -> script.add(Fault.on("c.one", FaultKind.HTML)));
    assertEquals(
        "unknown route 'c.one': use one of *, a.*, a.one, a.two, b.*, b.one", refused.getMessage());
  }

  @Test
  void aMissingOrUnknownParameterIsRefusedByName() {
    assertRefused(Fault.on("a.one", FaultKind.SLOW), "kind slow needs 'millis'");
    assertRefused(
        Fault.on("a.one", FaultKind.SLOW).with("milis", 5),
        "kind slow has no 'milis': it takes [millis]");
    assertRefused(
        Fault.on("a.one", FaultKind.STATUS).with("status", 99),
        "status = 99: give a whole number from 100 to 599");
  }

  @Test
  void aRuleThatCouldNeverActIsRefused() {
    Fault fault = Fault.on("a.one", FaultKind.HTML);
    assertThrows(IllegalArgumentException.class, () -> fault.times(0));
    assertThrows(IllegalArgumentException.class, () -> fault.after(-1));
  }

  @Test
  void clearingMakesEveryRouteHealthy() {
    script.add(Fault.on("*", FaultKind.HTML));
    script.clear();
    assertEquals(List.of("-"), kinds(1, "a.one", "AAPL"));
  }

  private void assertRefused(Fault fault, String message) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> script.add(fault));
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  private List<String> kinds(int requests, String route, String symbols) {
    URI uri = URI.create("/x?symbols=" + symbols);
    Request request = Request.of(uri, Map.of(), Probe.OPEN);
    return IntStream.range(0, requests)
        .mapToObj(i -> script.next(route, request).map(f -> f.kind().name()).orElse("-"))
        .toList();
  }
}
