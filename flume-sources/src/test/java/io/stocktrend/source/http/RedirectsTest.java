package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest {
  @TempDir private Path folder;
  private final MockWebServer other = new MockWebServer();
  private final Redirects redirects =
      new Redirects("acme", new Redactor(List.of(ClientBench.CANARY)));
  private ClientBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new ClientBench(folder, 1, new HttpCalls(Duration.ofSeconds(5)));
    other.start();
    other.enqueue(new MockResponse.Builder().body("other").build());
  }

  @AfterEach
  void close() {
    bench.close();
    other.close();
  }

  @Test
  void aRedirectWithinTheHostKeepsHeadersAndQuery() throws Exception {
    bench.willAnswer(302, "Location", "/moved?apikey=" + ClientBench.CANARY);
    bench.willAnswer(200);
    HttpRequest request = HttpRequest.get(bench.url()).header("X-Key", "k");
    assertEquals(200, bench.client.get(request, bench.status).status());
    bench.server.takeRequest();
    RecordedRequest second = bench.server.takeRequest();
    assertEquals("/moved", second.getUrl().encodedPath());
    assertEquals("k", second.getHeaders().get("X-Key"));
  }

  @Test
  void anotherHostIsGivenNoHeaderThatMayBeAKey() throws Exception {
    bench.willAnswer(307, "Location", other.url("/there").toString());
    HttpRequest request =
        HttpRequest.get(bench.url())
            .header("Cookie", "A3=" + ClientBench.CANARY)
            .header("X-Finnhub-Token", ClientBench.CANARY)
            .header("User-Agent", "tester");
    assertEquals("other", bench.client.get(request, bench.status).text());
    RecordedRequest asked = other.takeRequest();
    assertNull(asked.getHeaders().get("Cookie"));
    assertNull(asked.getHeaders().get("X-Finnhub-Token"));
    assertEquals("tester", asked.getHeaders().get("User-Agent"));
  }

  @Test
  void aKeyInTheQueryIsNeverCarriedToAnotherHost() {
    HttpUrl target = other.url("/there").newBuilder().addQueryParameter("t", "x").build();
    bench.willAnswer(302, "Location", target + "&k=" + ClientBench.CANARY.replace("+", "%2B"));
    ProviderException failure = assertThrows(ProviderException.class, bench::get);
    assertEquals(FailureKind.MALFORMED, failure.kind());
    assertEquals(0, other.getRequestCount());
    assertFalse(failure.getMessage().contains(ClientBench.CANARY), failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/q, http://a.example/q",
    "https://a.example/q, http://127.0.0.1:8080/q",
    "https://a.example/q, https://localhost/q",
    "https://localhost/q, http://localhost/q",
    "https://127.0.0.1/q, http://127.0.0.1/q",
    "https://a.example/q, ftp://a.example/q",
    "http://127.0.0.1/q, https://a.example/q",
    "http://127.0.0.1/q, http://a.example/q",
    "http://localhost/q, //a.example/q"
  })
  void itLeadsNeitherOutOfTheMachineNorIntoItNorToPlainHttp(String from, String to) {
    Answer answer = new Answer(302, Map.of("Location", List.of(to)), new byte[0]);
    HttpRequest request = HttpRequest.get(HttpUrl.get(from));
    ProviderException failure =
        assertThrows(ProviderException.class, () -> redirects.next(request, answer));
    assertEquals(FailureKind.MALFORMED, failure.kind());
  }

  @Test
  void anotherHttpsHostMayBeLedTo() throws Exception {
    Answer answer =
        new Answer(301, Map.of("location", List.of("https://b.example/q")), new byte[0]);
    HttpRequest request = HttpRequest.get(HttpUrl.get("https://a.example/q"));
    assertEquals("b.example", redirects.next(request, answer).orElseThrow().url().host());
  }

  @Test
  void aCircleEndsAfterFiveSteps() {
    for (int i = 0; i < 10; i++) {
      bench.willAnswer(302, "Location", "/q");
    }
    ProviderException failure = assertThrows(ProviderException.class, bench::get);
    assertEquals(FailureKind.MALFORMED, failure.kind());
    assertEquals(1 + Redirects.MOST, bench.server.getRequestCount());
  }

  @Test
  void aCallerThatWantsTheRedirectItselfGetsItsCookies() throws Exception {
    bench.server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", "/consent")
            .addHeader("Set-Cookie", "A1=one")
            .addHeader("Set-Cookie", "A3=three")
            .build());
    Answer answer =
        bench.client.get(
            HttpRequest.get(bench.url()).withoutRedirects(), bench.status.accepting(302));
    assertEquals(List.of("A1=one", "A3=three"), answer.headers("set-cookie"));
    assertEquals(1, bench.server.getRequestCount());
  }

  @Test
  void everyStepIsSpentFromTheBudget() throws Exception {
    bench.willAnswer(302, "Location", "/moved");
    bench.willAnswer(200);
    bench.get();
    String log = Files.readString(folder.resolve("budget-acme.log"));
    assertEquals(2, log.lines().count());
    assertTrue(log.startsWith("spent "), log);
  }
}
