package io.stocktrend.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Leads each request to its route, and past the rule that spoils the answer. */
final class Dispatcher implements HttpHandler {

  private static final int LONGEST_FORM = 1 << 16;
  private static final Duration WITHOUT_END = Duration.ofDays(365);
  private static final Route NO_ROUTE =
      Route.below("none", "/", Dispatcher::notFound, Dispatcher::notFound);

  private final List<Route> routes;
  private final FaultScript script;
  private final SimulatorOptions options;
  private final RequestLog log = new RequestLog();
  private final Closing closing = new Closing();

  Dispatcher(List<Route> routes, FaultScript script, SimulatorOptions options) {
    this.routes = routes;
    this.script = script;
    this.options = options;
  }

  List<ReceivedRequest> requests() {
    return log.all();
  }

  /** Lets go of every exchange that waits. */
  void close() {
    closing.begin();
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    Exchange exchange = new Exchange(http);
    Request request =
        Request.of(http.getRequestURI(), http.getRequestHeaders(), options.clock().instant());
    Route route = route(request);
    boolean isForm = http.getRequestMethod().equals("POST") && route.takesForms();
    if (!http.getRequestMethod().equals("GET") && !isForm) {
      exchange.send(Answer.text(405, "the simulator answers GET only").with("Allow", "GET"));
      return;
    }
    if (isForm) {
      request = request.withForm(text(http.getRequestBody().readNBytes(LONGEST_FORM)));
    }
    log.add(route.name(), request);
    Optional<Fault> fault = script.next(route.name(), request);
    if (!closing.pause(options.latency())) {
      exchange.drop();
    } else if (fault.isPresent()) {
      misbehave(fault.get(), route, request, exchange);
    } else {
      exchange.send(answer(route.handler(), request));
    }
  }

  private static String text(byte[] form) {
    return new String(form, StandardCharsets.UTF_8);
  }

  private Route route(Request request) {
    return routes.stream()
        .filter(route -> route.matches().test(request))
        .findFirst()
        .orElse(NO_ROUTE);
  }

  private void misbehave(Fault fault, Route route, Request request, Exchange exchange)
      throws IOException {
    if (!closing.pause(delay(fault))) {
      exchange.drop();
      return;
    }
    Answer answer = answer(asked -> FaultyAnswers.of(fault, route, asked), request);
    switch (fault.kind()) {
      case CUT -> exchange.cut(answer);
      case OVERSIZED -> exchange.pour(answer, fault.number("bytes", Integer.MAX_VALUE), closing);
      default -> exchange.send(answer);
    }
  }

  /** A failure of the simulator's own must not look like a connection that a rule has cut. */
  private static Answer answer(Handler handler, Request request) {
    try {
      return handler.answer(request);
    } catch (RuntimeException e) {
      return Answer.text(500, "the simulator failed: " + e);
    }
  }

  private static Duration delay(Fault fault) {
    return switch (fault.kind()) {
      case SLOW -> Duration.ofMillis(fault.number("millis", 0));
      case HANG -> WITHOUT_END;
      default -> Duration.ZERO;
    };
  }

  private static Answer notFound(Request request) {
    return Answer.text(404, "the simulator has no route for " + request.path());
  }
}
