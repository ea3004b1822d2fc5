package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;

/** A client of the provider {@code acme}, which a loopback server plays, over virtual time. */
final class ClientBench implements AutoCloseable {
  static final String CANARY = "c4n4ry+KEY/42";

  final MockWebServer server = new MockWebServer();
  final SteppedTime time = new SteppedTime("2026-11-03T10:00:00Z");
  final StatusPolicy status = new StatusPolicy("acme", time);
  final RequestBudget budget;
  final ProviderClient client;

  ClientBench(Path folder) throws Exception {
    this(folder, 4, new HttpCalls(Duration.ofSeconds(5)));
  }

  ClientBench(Path folder, int maxAttempts, HttpCalls calls) throws Exception {
    server.start();
    ProviderSettings settings =
        new ProviderSettings("acme", 0, 0, 0, ZoneOffset.UTC, Duration.ofSeconds(5), maxAttempts);
    budget = new RequestBudget(settings, folder, time.timing());
    client =
        new ProviderClient(
            settings,
            new ProviderClient.Parts(calls, budget, new Redactor(List.of(CANARY)), time.timing()));
  }

  HttpUrl url() {
    return server.url("/q").newBuilder().addQueryParameter("apikey", CANARY).build();
  }

  Answer get() throws ProviderException, InterruptedException {
    return client.get(url(), status);
  }

  ProviderException failure() {
    return failure(url());
  }

  ProviderException failure(HttpUrl url) {
    return assertThrows(ProviderException.class, () -> client.get(url, status));
  }

  void willAnswer(int... statuses) {
    for (int code : statuses) {
      server.enqueue(new MockResponse.Builder().code(code).body("status " + code).build());
    }
  }

  void willAnswer(int code, String header, String value) {
    server.enqueue(new MockResponse.Builder().code(code).addHeader(header, value).build());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
