package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.simulator.wire.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestTest {

  @Test
  void parametersAreDecodedAndBlankOnesAreNotThere() {
    Request request = request("/x?a=1%2C2&b=+&c&a=3%26", Map.of());
    assertEquals(Optional.of("3&"), request.parameter("a"));
    assertEquals(Optional.empty(), request.parameter("b"));
    assertEquals(Optional.empty(), request.parameter("c"));
    assertEquals(Optional.empty(), request.parameter("d"));
  }

  @Test
  void headersAreFoundWhateverTheCase() {
    Request request = request("/x", Map.of("X-finnhub-token", List.of("k")));
    assertEquals(Optional.of("k"), request.header("X-Finnhub-Token"));
  }

  @Test
  void cookiesAreFoundInOneHeaderOrSeveral() {
    Request request = request("/x", Map.of("Cookie", List.of("A1=d=1&S=2; A3=x", "GUC=y")));
    assertEquals(Optional.of("d=1&S=2"), request.cookie("A1"));
    assertEquals(Optional.of("x"), request.cookie("A3"));
    assertEquals(Optional.of("y"), request.cookie("GUC"));
    assertEquals(Optional.empty(), request.cookie("A"));
  }

  @Test
  void symbolsComeFromTheQueryOrThePath() {
    assertEquals(List.of("A", "B"), request("/q?symbols=A,B", Map.of()).symbols());
    assertEquals(List.of("A"), request("/q?symbol=A", Map.of()).symbols());
    assertEquals(List.of("BRK-B"), request("/chart/BRK-B?range=1d", Map.of()).symbols());
  }

  private static Request request(String uri, Map<String, List<String>> headers) {
    return Request.of(URI.create(uri), headers, Probe.OPEN);
  }
}
