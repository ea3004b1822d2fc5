package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatcherTest {

  @Test
  void aFailureOfTheSimulatorsOwnSaysSo() throws Exception {
    Route broken = Route.at("a.one", "/one", DispatcherTest::fail, DispatcherTest::fail);
    FaultScript script = new FaultScript(List.of("a.one"));
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", new Dispatcher(List.of(broken), script, SimulatorOptions.defaults()));
    server.start();
    try {
      URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/one");
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertEquals(500, answer.statusCode());
      assertTrue(answer.body().contains("the simulator failed"), answer.body());
    } finally {
      server.stop(0);
    }
  }

  private static Answer fail(Request request) {
    throw new IllegalStateException("broken on purpose: " + request.path());
  }
}
