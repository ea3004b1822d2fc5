package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A planted key is found in nothing that a client throws or keeps. */
class RedactionTest {
  private static final String CANARY = ClientBench.CANARY;

  @TempDir private Path folder;
  private ClientBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new ClientBench(folder, 2, new HttpCalls(Duration.ofSeconds(5)));
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
    for (Path file : files()) {
      assertClean(file + Files.readString(file, StandardCharsets.ISO_8859_1));
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void assertClean(String text) {
    String encoded = URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
    for (String form : List.of(CANARY, encoded, encoded.replace("%2F", "/"))) {
      assertFalse(text.contains(form), text);
    }
  }

  private ProviderException failure(HttpRequest request, AnswerPolicy policy) {
    ProviderException failure =
        assertThrows(ProviderException.class, () -> bench.client.get(request, policy));
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertClean(trace.toString());
    return failure;
  }

  @Test
  void everyStatusIsToldWithoutTheKey() {
    for (int status : new int[] {400, 401, 404, 418, 429, 500}) {
      bench.willAnswer(status, status);
      failure(HttpRequest.get(bench.url()), bench.status);
    }
  }

  @Test
  void aBodyThatEchoesTheKeyIsQuotedWithoutIt() {
    bench.server.enqueue(
        new MockResponse.Builder().body("We have detected your API key as " + CANARY).build());
    AnswerPolicy quoting =
        answer -> {
          throw new ProviderException(
              "acme", FailureKind.QUOTA, answer.text(), new IOException("in " + answer.text()));
        };
    ProviderException failure = failure(HttpRequest.get(bench.url()), quoting);
    assertEquals(
        "acme: the day's quota is spent: We have detected your API key as ***",
        failure.getMessage());
  }

  @Test
  void aHeaderThatCannotBeSentIsToldWithoutItsValue() {
    HttpRequest request = HttpRequest.get(bench.url()).header("X-Key", CANARY + "\n");
    ProviderException failure = failure(request, bench.status);
    assertEquals(FailureKind.MALFORMED, failure.kind());
    assertEquals(0, bench.server.getRequestCount());
  }

  @Test
  void anOutageIsToldWithoutTheKey() throws Exception {
    try (RawServer server = RawServer.cuttingAfter("HTTP/1.1 " + CANARY + "\r\n\r\n")) {
      HttpUrl url = server.url().newBuilder().addQueryParameter("t", CANARY).build();
      failure(HttpRequest.get(url), bench.status);
    }
  }

  @Test
  void aRefusedRedirectIsToldWithoutTheKey() {
    bench.willAnswer(302, "Location", "http://a.example/?q=" + CANARY);
    failure(HttpRequest.get(bench.url()), bench.status);
  }

  @Test
  void anOpenBreakerTellsTheLastFailureWithoutTheKey() {
    bench.willAnswer(500, 500, 500, 500, 500, 500, 500, 500, 500, 500);
    AnswerPolicy quoting =
        answer -> {
          throw new ProviderException("acme", FailureKind.UNAVAILABLE, "with " + CANARY);
        };
    for (int i = 0; i < 7; i++) {
      failure(HttpRequest.get(bench.url()), quoting);
    }
  }
}
