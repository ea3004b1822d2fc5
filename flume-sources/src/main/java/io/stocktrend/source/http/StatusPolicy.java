package io.stocktrend.source.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the status alone tells: 2xx passes, the rest is a failure of the kind that the table says,
 * with the wait that {@code Retry-After} asks for.
 */
public final class StatusPolicy implements AnswerPolicy {
  // 402 and 426 name a plan that does not go so far: the next day changes nothing about it, so
  // they are no QUOTA.
  private static final Map<Integer, FailureKind> KINDS =
      Map.of(
          401, FailureKind.AUTHENTICATION,
          402, FailureKind.AUTHENTICATION,
          403, FailureKind.AUTHENTICATION,
          404, FailureKind.NOT_FOUND,
          408, FailureKind.UNAVAILABLE,
          410, FailureKind.NOT_FOUND,
          425, FailureKind.UNAVAILABLE,
          426, FailureKind.AUTHENTICATION,
          429, FailureKind.RATE_LIMIT);

  private final String provider;
  private final Clock clock;
  private final Map<Integer, FailureKind> kinds;
  private final Set<Integer> accepted;

  /** The common table, for answers of that provider. */
  public StatusPolicy(String provider, Clock clock) {
    this(provider, clock, KINDS, Set.of());
  }

  private StatusPolicy(
      String provider, Clock clock, Map<Integer, FailureKind> kinds, Set<Integer> accepted) {
    this.provider = provider;
    this.clock = clock;
    this.kinds = kinds;
    this.accepted = accepted;
  }

  /** The same table but for one status. */
  public StatusPolicy with(int status, FailureKind kind) {
    Map<Integer, FailureKind> changed = new TreeMap<>(kinds);
    changed.put(status, kind);
    return new StatusPolicy(provider, clock, changed, accepted);
  }

  /** The same table, but letting one more status pass, such as 304. */
  public StatusPolicy accepting(int status) {
    Set<Integer> more = new TreeSet<>(accepted);
    more.add(status);
    return new StatusPolicy(provider, clock, kinds, more);
  }

  @Override
  public void check(Answer answer) throws ProviderException {
    int status = answer.status();
    if (answer.isSuccess() || accepted.contains(status)) {
      return;
    }
    throw new ProviderException(provider, kind(status), "HTTP " + status, wait(answer));
  }

  /** The kind of failure that a status means which does not pass. */
  public FailureKind kind(int status) {
    FailureKind otherwise = status >= 500 ? FailureKind.UNAVAILABLE : FailureKind.MALFORMED;
    return kinds.getOrDefault(status, otherwise);
  }

  /** The wait that the answer asks for in {@code Retry-After}. */
  public Optional<Duration> retryAfter(Answer answer) {
    return answer.header("Retry-After").flatMap(text -> RetryAfter.parse(text, clock));
  }

  private Duration wait(Answer answer) {
    return retryAfter(answer).orElse(null);
  }
}
