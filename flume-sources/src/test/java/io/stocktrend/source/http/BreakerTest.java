package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a provider is left alone, and when it is asked again. */
class BreakerTest {
  @TempDir private Path folder;
  private ClientBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new ClientBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void repeatedOutagesOpenTheBreakerForAMinute() throws Exception {
    bench.willAnswer(500, 500, 500, 500, 500, 500, 500, 500, 500, 500);
    bench.failure();
    bench.failure();
    ProviderException refusal = bench.failure();
    assertEquals(FailureKind.UNAVAILABLE, refusal.kind());
    assertTrue(refusal.getMessage().contains("HTTP 500"), refusal.getMessage());
    assertEquals(Breaker.FEWEST, bench.server.getRequestCount());
    Instant until = bench.time.instant().plus(refusal.retryAfter().orElseThrow());
    assertTrue(refusal.getMessage().contains("before " + until), refusal.getMessage());
    bench.failure();
    assertEquals(Breaker.FEWEST, bench.server.getRequestCount());
  }

  @Test
  void aProviderThatIsBackClosesTheBreaker() throws Exception {
    repeatedOutagesOpenTheBreakerForAMinute();
    bench.time.pass(Breaker.PAUSE);
    bench.willAnswer(200, 200, 500, 200);
    bench.get();
    bench.get();
    assertEquals(200, bench.get().status());
  }

  @Test
  void aTrialThatFailsOpensTheBreakerAgain() throws Exception {
    repeatedOutagesOpenTheBreakerForAMinute();
    bench.time.pass(Breaker.PAUSE);
    bench.willAnswer(500, 500);
    assertTrue(bench.failure().getMessage().contains("not asked before"));
    assertEquals(Breaker.FEWEST + 2, bench.server.getRequestCount());
  }

  @Test
  void refusalsAndUnknownSymbolsNeverOpenTheBreaker() throws Exception {
    for (int i = 0; i < 3 * Breaker.REMEMBERED; i++) {
      bench.willAnswer(i % 2 == 0 ? 404 : 401);
      bench.failure();
    }
    bench.willAnswer(200);
    assertEquals(200, bench.get().status());
  }

  @Test
  void aBrokenPolicyLeavesTheTrialOfTheBreakerFree() throws Exception {
    repeatedOutagesOpenTheBreakerForAMinute();
    bench.time.pass(Breaker.PAUSE);
    bench.willAnswer(200, 200, 200, 200, 200);
    AnswerPolicy broken =
        answer -> {
          throw new IllegalStateException("a bug");
        };
    for (int i = 0; i < 3; i++) {
      assertThrows(IllegalStateException.class, () -> bench.client.get(bench.url(), broken));
    }
    assertEquals(200, bench.get().status());
  }
}
