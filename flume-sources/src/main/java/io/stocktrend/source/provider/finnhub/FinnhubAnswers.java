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

/**
 * Tells answers from refusals: {@code {"error": …}}, in old answers plain text; a missing key comes
 * as 429 with an invitation to sign up.
 */
final class FinnhubAnswers implements AnswerPolicy {
  static final String PROVIDER = "finnhub";

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
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("sign up") || lower.contains("api key")) {
      return new ProviderException(PROVIDER, FailureKind.AUTHENTICATION, text);
    }
    if (lower.contains("access")) {
      return new ProviderException(PROVIDER, FailureKind.AUTHENTICATION, text);
    }
    if (answer.status() == 429 || lower.contains("limit")) {
      return new ProviderException(PROVIDER, FailureKind.RATE_LIMIT, text, untilReset(answer));
    }
    FailureKind kind =
        answer.isSuccess() ? FailureKind.UNAVAILABLE : statuses.kind(answer.status());
    return new ProviderException(PROVIDER, kind, text);
  }

  /** {@code Retry-After}, else the end of the window that {@code x-ratelimit-reset} names. */
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
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
