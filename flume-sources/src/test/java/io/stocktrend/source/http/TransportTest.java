package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cuts an exchange short: interrupts, connections that end, bodies without end. */
class TransportTest {
  private static final int LIMIT = 10_000;

  @TempDir private Path folder;

  private ClientBench bench(HttpCalls calls) throws Exception {
    return new ClientBench(folder, 1, calls);
  }

  private ClientBench bench() throws Exception {
    return bench(new HttpCalls(HttpCalls.builder(Duration.ofSeconds(20)), LIMIT));
  }

  private static void assertStopsAtOnce(ClientBench bench, RawServer server) throws Exception {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread poll =
        new Thread(
            () -> {
              try {
                bench.client.get(server.url(), bench.status);
              } catch (Throwable e) {
                end.complete(e);
              }
            });
    poll.start();
    assertTrue(server.isAskedWithin(10), "the server was never asked");
    long start = System.nanoTime();
    poll.interrupt();
    assertInstanceOf(InterruptedException.class, end.get(10, TimeUnit.SECONDS));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertTrue(millis < 1000, "took " + millis + " ms");
    assertTrue(server.isHungUpWithin(5), "the connection was left open");
  }

  @Test
  void anInterruptEndsTheWaitForAServerThatSaysNothing() throws Exception {
    try (ClientBench bench = bench();
        RawServer server = RawServer.hangingAfter("")) {
      assertStopsAtOnce(bench, server);
    }
  }

  @Test
  void anInterruptEndsTheWaitWithinABody() throws Exception {
    try (ClientBench bench = bench();
        RawServer server =
            RawServer.hangingAfter("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf")) {
      assertStopsAtOnce(bench, server);
    }
  }

  @Test
  void aCutConnectionIsAnOutageAndNotResentUnseen() throws Exception {
    try (ClientBench bench = bench();
        RawServer server =
            RawServer.cuttingAfter("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf")) {
      assertEquals(FailureKind.UNAVAILABLE, bench.failure(server.url()).kind());
      assertEquals(1, server.requests());
    }
  }

  @Test
  void aConnectionCutBeforeTheAnswerIsAnOutage() throws Exception {
    try (ClientBench bench = bench();
        RawServer server = RawServer.cuttingAfter("")) {
      assertEquals(FailureKind.UNAVAILABLE, bench.failure(server.url()).kind());
      assertEquals(1, server.requests());
    }
  }

  @Test
  void aCutConnectionIsTriedAgain() throws Exception {
    HttpCalls calls = new HttpCalls(Duration.ofSeconds(20));
    try (ClientBench bench = new ClientBench(folder, 3, calls);
        RawServer server = RawServer.cuttingAfter("")) {
      bench.failure(server.url());
      assertEquals(3, server.requests());
    }
  }

  @Test
  void aSilentServerIsAnOutageAfterTheTimeout() throws Exception {
    try (ClientBench bench = bench(new HttpCalls(Duration.ofMillis(200)));
        RawServer server = RawServer.hangingAfter("")) {
      ProviderException failure = bench.failure(server.url());
      assertEquals(FailureKind.UNAVAILABLE, failure.kind());
      assertTrue(failure.getMessage().contains("within the timeout"), failure.getMessage());
    }
  }

  @Test
  void aPortWithoutServerIsAnOutage() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (ClientBench bench = bench()) {
      HttpUrl url = HttpUrl.get("http://127.0.0.1:" + port + "/q");
      assertEquals(FailureKind.UNAVAILABLE, bench.failure(url).kind());
    }
  }

  @Test
  void aBodyOfTheLimitIsTakenAndOneByteMoreIsRefused() throws Exception {
    try (ClientBench bench = bench()) {
      bench.server.enqueue(new MockResponse.Builder().body("x".repeat(LIMIT)).build());
      bench.server.enqueue(new MockResponse.Builder().body("x".repeat(LIMIT + 1)).build());
      assertEquals(LIMIT, bench.get().body().length);
      assertEquals(FailureKind.MALFORMED, bench.failure().kind());
    }
  }

  @Test
  void aCompressedBodyIsMeasuredUncompressed() throws Exception {
    byte[] bomb = gzipAnswer(50 * LIMIT);
    assertTrue(bomb.length < LIMIT, "the bomb is not small: " + bomb.length);
    try (ClientBench bench = bench();
        RawServer server = RawServer.cuttingAfter(bomb)) {
      ProviderException failure = bench.failure(server.url());
      assertEquals(FailureKind.MALFORMED, failure.kind());
      assertTrue(failure.getMessage().contains("larger than " + LIMIT), failure.getMessage());
    }
  }

  @Test
  void aCompressedBodyIsGivenUncompressed() throws Exception {
    try (ClientBench bench = bench();
        RawServer server = RawServer.cuttingAfter(gzipAnswer(LIMIT))) {
      assertEquals("0".repeat(LIMIT), bench.client.get(server.url(), bench.status).text());
    }
  }

  private static byte[] gzipAnswer(int length) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    try (GZIPOutputStream packed = new GZIPOutputStream(answer)) {
      packed.write("0".repeat(length).getBytes(StandardCharsets.US_ASCII));
    }
    return answer.toByteArray();
  }

  @Test
  void itsThreadsKeepNoProcessAlive() throws Exception {
    try (ClientBench bench = bench()) {
      bench.willAnswer(200);
      bench.get();
      boolean daemons =
          Thread.getAllStackTraces().keySet().stream()
              .filter(t -> t.getName().startsWith("provider-call-"))
              .allMatch(Thread::isDaemon);
      assertTrue(daemons);
    }
  }
}
