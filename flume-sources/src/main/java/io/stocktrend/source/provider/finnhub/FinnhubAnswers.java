package io.stocktrend.source.provider.finnhub;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells answers from refusals: {@code {"error": …}}, in old answers plain text; a missing key comes
 * as 429 with an invitation to sign up.
 */
final class FinnhubAnswers implements AnswerPolicy {
  static final String PROVIDER = "finnhub";
  private static final int LONGEST_TEXT = 200;

  private final StatusPolicy statuses;
  private final Clock clock;

  FinnhubAnswers(Clock clock) {
    this.statuses = new StatusPolicy(PROVIDER, clock);
    this.clock = clock;
  }

  @Override
  public void check(Answer answer) throws ProviderException {
    Optional<JsonNode> json = Json.tryParse(answer);
    String error = json.map(node -> Json.text(node.path("error"))).orElse(null);
    if (answer.status() == 429 || error != null) {
      throw refusal(answer, error == null ? answer.text().strip() : error);
    }
    statuses.check(answer);
    if (json.isEmpty()) {
      throw new ProviderException(
          PROVIDER, FailureKind.MALFORMED, "an answer that is not whole JSON");
    }
  }

  private ProviderException refusal(Answer answer, String text) {
    FailureKind kind = kind(answer, text.toLowerCase(Locale.ROOT));
    Duration wait = kind == FailureKind.RATE_LIMIT ? untilReset(answer) : null;
    return new ProviderException(PROVIDER, kind, shortened(text), wait);
  }

  /** The words decide where the status does not: a missing key is 429, as too many requests are. */
  private FailureKind kind(Answer answer, String words) {
    int status = answer.status();
    if (status >= 500) {
      return FailureKind.UNAVAILABLE;
    }
    if (says(words, "sign up", "invalid api key", "invalid token", "missing api key")) {
      return FailureKind.AUTHENTICATION;
    }
    if (status == 429 || says(words, "limit")) {
      return FailureKind.RATE_LIMIT;
    }
    if (says(words, "access", "api key", "premium")) {
      return FailureKind.AUTHENTICATION;
    }
    if (says(words, "symbol", "not found")) {
      return FailureKind.NOT_FOUND;
    }
    return answer.isSuccess() ? FailureKind.UNAVAILABLE : statuses.kind(status);
  }

  private static boolean says(String words, String... any) {
    return Stream.of(any).anyMatch(words::contains);
  }

  /** A proxy's refusal may be a whole page. */
  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
  }

  /**
   * {@code Retry-After}, else the end of the window that {@code x-ratelimit-reset} names, else
   * null: one in the past says nothing.
   */
  private Duration untilReset(Answer answer) {
    Optional<Duration> told = statuses.retryAfter(answer);
    if (told.isPresent()) {
      return told.get();
    }
    String reset = answer.header("x-ratelimit-reset").orElse("");
    if (!reset.matches("\\d{1,12}")) {
      return null;
    }
    Duration wait = Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(reset)));
    return wait.isNegative() || wait.isZero() ? null : wait;
  }
}
