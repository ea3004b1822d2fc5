package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.MemoryFolder;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A day and more of hourly rounds over the S&P 500, in virtual time, at the limits shipped. */
class QuotaDayTest {
  private static final int SYMBOLS = 503;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final HttpUrl URL = HttpUrl.get("http://localhost/bars");

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private final SteppedTime time = new SteppedTime("2026-11-02T13:00:00Z");
  private final RequestTimes requests = new RequestTimes(time);

  private static ProviderSettings limits(String provider) {
    return ProvidersFile.none().settings(provider);
  }

  private ProviderClient client(String provider, Timing timing) {
    ProviderSettings limits = limits(provider);
    RequestBudget budget = new RequestBudget(limits, folder, timing);
    return new ProviderClient(
        limits,
        new ProviderClient.Parts(requests.calls(), budget, new Redactor(List.of()), timing));
  }

  /** Asks so often, with a restart now and then; returns how many were answered. */
  private int round(String provider, int count, SplittableRandom random) throws Exception {
    int answered = 0;
    ProviderClient client = client(provider, time.timing());
    for (int i = 0; i < count; i++) {
      if (random.nextInt(200) == 0) {
        client.close();
        client = client(provider, time.timing());
      }
      answered += isAnswered(client) ? 1 : 0;
      time.pass(Duration.ofMillis(random.nextInt(40)));
    }
    client.close();
    return answered;
  }

  /** Whether it is answered, rather than refused because the day is spent. */
  private static boolean isAnswered(ProviderClient client) throws InterruptedException {
    try {
      return client.get(URL, answer -> {}).status() == 200;
    } catch (ProviderException e) {
      assertEquals(FailureKind.QUOTA, e.kind(), e::getMessage);
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({"yahoo, 5", "finnhub, 10"})
  void everyHourlyRoundIsWholeWithinItsHourAndWithinTheLimits(String provider, int minutes)
      throws Exception {
    SplittableRandom random = new SplittableRandom(31);
    for (int hour = 0; hour < 24; hour++) {
      Instant start = time.instant();
      assertEquals(SYMBOLS, round(provider, SYMBOLS, random));
      Duration took = Duration.between(start, time.instant());
      assertTrue(took.toMinutes() < minutes, "round " + hour + " took " + took);
      time.pass(Duration.between(time.instant(), start.plus(1, ChronoUnit.HOURS)));
    }
    assertEquals(24 * SYMBOLS, requests.count());
    assertWithinLimits(limits(provider));
  }

  @ParameterizedTest
  @CsvSource({"alphavantage, 503, 25", "newsapi, 9, 100"})
  void aDayIsSpentButNeverOverspentAndASpentOneDelaysNothing(
      String provider, int wanted, int allowance) throws Exception {
    SplittableRandom random = new SplittableRandom(32);
    for (int hour = 0; hour < 72; hour++) {
      Instant start = time.instant();
      round(provider, wanted, random);
      Duration took = Duration.between(start, time.instant());
      assertTrue(took.toMinutes() < 10, "round " + hour + " took " + took);
      time.pass(Duration.between(time.instant(), start.plus(1, ChronoUnit.HOURS)));
    }
    assertEquals(3 * allowance, requests.count());
    assertWithinLimits(limits(provider));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yahoo", "finnhub"})
  void twoClientsAtOnceOnOneFolderShareTheLimits(String provider) throws Exception {
    int threads = 8;
    SharedSleep sleep = new SharedSleep(time, threads);
    Timing timing = new Timing(time, sleep, () -> 0L);
    Instant start = time.instant();
    try (ProviderClient one = client(provider, timing);
        ProviderClient other = client(provider, timing)) {
      List<Callable<Integer>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        ProviderClient client = i % 2 == 0 ? one : other;
        workers.add(() -> work(client, sleep, 2 * SYMBOLS / threads));
      }
      assertEquals(2 * SYMBOLS / threads * threads, sum(workers));
    }
    Duration took = Duration.between(start, time.instant());
    assertTrue(took.toMinutes() < 20, "took " + took);
    assertWithinLimits(limits(provider));
  }

  private static int work(ProviderClient client, SharedSleep sleep, int count) throws Exception {
    try {
      int answered = 0;
      for (int i = 0; i < count; i++) {
        answered += isAnswered(client) ? 1 : 0;
      }
      return answered;
    } finally {
      sleep.leave();
    }
  }

  private static int sum(List<Callable<Integer>> workers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(workers.size());
    try {
      int sum = 0;
      for (Future<Integer> each : threads.invokeAll(workers)) {
        sum += each.get();
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }

  private void assertWithinLimits(ProviderSettings limits) {
    if (limits.requestsPerSecond() > 0) {
      requests.assertAtMost((int) limits.requestsPerSecond(), SECOND);
    }
    if (limits.requestsPerMinute() > 0) {
      requests.assertAtMost(limits.requestsPerMinute(), MINUTE);
    }
    if (limits.requestsPerDay() > 0) {
      requests.assertAtMost(limits.requestsPerDay(), Duration.ofDays(1));
    }
  }

  @Test
  void theSlidingCheckSeesOneRequestTooMany() throws Exception {
    ProviderSettings none =
        new ProviderSettings("acme", 0, 0, 0, ZoneOffset.UTC, Duration.ofSeconds(5), 1);
    RequestBudget budget = new RequestBudget(none, folder, time.timing());
    ProviderClient.Parts parts =
        new ProviderClient.Parts(requests.calls(), budget, new Redactor(List.of()), time.timing());
    try (ProviderClient client = new ProviderClient(none, parts)) {
      for (int i = 0; i < 3; i++) {
        client.get(URL, answer -> {});
        time.pass(Duration.ofMillis(499));
      }
    }
    requests.assertAtMost(3, SECOND);
    assertThrows(AssertionError.class, () -> requests.assertAtMost(2, SECOND));
  }
}
