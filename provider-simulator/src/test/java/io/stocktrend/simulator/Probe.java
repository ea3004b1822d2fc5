package io.stocktrend.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A real HTTP client of one simulator, with Yahoo's cookie and crumb where they are needed. */
final class Probe implements AutoCloseable {

  /** A Wednesday, 11:00:17 in New York: the session has run for 90 minutes. */
  static final Instant OPEN = Instant.parse("2026-03-11T15:00:17Z");

  /** The Saturday after. */
  static final Instant CLOSED = Instant.parse("2026-03-14T12:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  final ProviderSimulator simulator;

  private Probe(ProviderSimulator simulator) {
    this.simulator = simulator;
  }

  static Probe at(Instant now) throws IOException {
    return of(options(now));
  }

  /** A simulator while the market is open. */
  static Probe open() {
    try {
      return at(OPEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Probe of(SimulatorOptions options) throws IOException {
    return new Probe(ProviderSimulator.start(options));
  }

  static SimulatorOptions options(Instant now) {
    return SimulatorOptions.defaults().withSeed(7).withClock(Clock.fixed(now, ZoneOffset.UTC));
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
            .timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode json(String path) {
    return parse(get(path).body());
  }

  /** An answer of the endpoints that ask for a crumb. */
  HttpResponse<String> withCrumb(String path) {
    String cookie = cookie("/yahoo/cookie");
    String crumb = get("/yahoo/v1/test/getcrumb", "Cookie", cookie).body();
    String query = (path.contains("?") ? "&" : "?") + "crumb=" + escaped(crumb);
    return get(path + query, "Cookie", cookie);
  }

  JsonNode quote(String symbol) {
    String path = "/yahoo/v7/finance/quote?symbols=" + symbol;
    return parse(withCrumb(path).body()).at("/quoteResponse/result/0");
  }

  /** The Cookie header for what a page sets. */
  String cookie(String path) {
    List<String> set = get(path).headers().allValues("Set-Cookie");
    return String.join("; ", set.stream().map(c -> c.substring(0, c.indexOf(';'))).toList());
  }

  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new NoJson(e);
    }
  }

  @Override
  public void close() {
    simulator.close();
  }

  /** The connection ended without a whole answer. */
  static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(IOException cause) {
      super(cause);
    }
  }

  /** The body is no JSON. */
  static final class NoJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoJson(JsonProcessingException cause) {
      super(cause);
    }
  }
}
