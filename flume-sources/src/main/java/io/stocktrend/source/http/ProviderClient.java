package io.stocktrend.source.http;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import okhttp3.HttpUrl;

/**
 * Asks one provider within its limits: waits for a place in the budget, sends, has the answer
 * checked, and tries again what may succeed. Safe for use by several threads.
 */
public final class ProviderClient implements AutoCloseable {
  private final HttpCalls calls;
  private final Redactor redactor;
  private final Exchange exchange;
  private final Gate gate;
  private final Retries retries;
  private final Clock clock;
  private final Breaker breaker;
  private final Activity activity = new Activity();

  /** What a client is put together from; the client closes the calls. */
  public record Parts(HttpCalls calls, RequestBudget budget, Redactor redactor, Timing timing) {}

  public ProviderClient(ProviderSettings settings, Parts parts) {
    RetryPolicy policy = RetryPolicy.of(settings.maxAttempts());
    Timing timing = parts.timing();
    this.clock = timing.clock();
    this.breaker = new Breaker(settings.provider(), clock);
    this.calls = parts.calls();
    this.redactor = parts.redactor();
    this.exchange = new Exchange(settings.provider(), calls, redactor);
    this.gate = new Gate(breaker, parts.budget(), timing, policy.patience());
    this.retries = new Retries(policy, timing);
  }

  /** A client over Java's trusted certificates that keeps its spending in {@code stateDir}. */
  public static ProviderClient open(
      ProviderSettings settings, Path stateDir, Redactor redactor, Timing timing) {
    HttpCalls calls = new HttpCalls(settings.timeout());
    RequestBudget budget = new RequestBudget(settings, stateDir, timing);
    return new ProviderClient(settings, new Parts(calls, budget, redactor, timing));
  }

  /** The answer to a plain GET; redirects are followed where that is safe. */
  public Answer get(HttpUrl url, AnswerPolicy policy)
      throws ProviderException, InterruptedException {
    return get(HttpRequest.get(url), policy);
  }

  /**
   * The answer that the policy lets pass.
   *
   * @throws ProviderException if there is none, after the attempts that its kind is worth
   * @throws InterruptedException at once when the thread is interrupted, wherever it waits
   */
  public Answer get(HttpRequest request, AnswerPolicy policy)
      throws ProviderException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      admit();
      try {
        return attempt(request, policy);
      } catch (ProviderException failure) {
        gate.failed(failure);
        retries.await(failure, attempt);
        activity.retried();
      }
    }
  }

  /** How many requests the day still has, if it has a limit. */
  public OptionalInt leftToday() throws ProviderException, InterruptedException {
    return gate.budget().leftToday();
  }

  /** What was asked so far, and what came of it. */
  public Activity activity() {
    return activity;
  }

  /** Whether the provider is left alone for a while, because it failed repeatedly. */
  public boolean isLeftAlone() {
    return breaker.isOpen();
  }

  /** When the day's requests begin anew. */
  public Instant nextDay() {
    return gate.budget().nextDay();
  }

  /** Where secrets that come to light later, such as a crumb, are registered. */
  public Redactor redactor() {
    return redactor;
  }

  @Override
  public void close() {
    calls.close();
  }

  private void admit() throws ProviderException, InterruptedException {
    Instant from = clock.instant();
    try {
      gate.admit();
    } catch (ProviderException e) {
      activity.notAsked();
      throw e;
    } finally {
      activity.waited(Duration.between(from, clock.instant()));
    }
  }

  private Answer attempt(HttpRequest request, AnswerPolicy policy)
      throws ProviderException, InterruptedException {
    Instant sent = clock.instant();
    try {
      Answer answer = exchange.run(request, policy, gate);
      activity.ended(Activity.ANSWERED, Duration.between(sent, clock.instant()));
      gate.passed();
      return answer;
    } catch (ProviderException e) {
      activity.ended(Activity.outcome(e.kind()), Duration.between(sent, clock.instant()));
      throw e;
    } catch (InterruptedException | RuntimeException e) {
      gate.undecided();
      throw e;
    }
  }
}
