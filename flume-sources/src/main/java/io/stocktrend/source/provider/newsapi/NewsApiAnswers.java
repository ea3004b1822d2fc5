package io.stocktrend.source.provider.newsapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.Json;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Tells answers from refusals, {@code {"status": "error", "code": …}}, by their code. A rate limit
 * is the day's quota: there is no shorter one.
 */
final class NewsApiAnswers implements AnswerPolicy {
  static final String PROVIDER = "newsapi";

  private static final int UPGRADE_REQUIRED = 426;
  private static final Map<String, FailureKind> KINDS =
      Map.ofEntries(
          Map.entry("apiKeyDisabled", FailureKind.AUTHENTICATION),
          Map.entry("apiKeyInvalid", FailureKind.AUTHENTICATION),
          Map.entry("apiKeyMissing", FailureKind.AUTHENTICATION),
          Map.entry("apiKeyExhausted", FailureKind.QUOTA),
          Map.entry("rateLimited", FailureKind.QUOTA),
          Map.entry("maximumResultsReached", FailureKind.AUTHENTICATION),
          Map.entry("parameterInvalid", FailureKind.MALFORMED),
          Map.entry("parametersMissing", FailureKind.MALFORMED),
          Map.entry("sourcesTooMany", FailureKind.MALFORMED),
          Map.entry("sourceDoesNotExist", FailureKind.NOT_FOUND),
          Map.entry("unexpectedError", FailureKind.UNAVAILABLE));

  private final StatusPolicy statuses;

  NewsApiAnswers(Clock clock) {
    this.statuses = new StatusPolicy(PROVIDER, clock);
  }

  @Override
  public void check(Answer answer) throws ProviderException {
    Optional<JsonNode> json = Json.tryParse(answer);
    String code = json.map(node -> Json.text(node.path("code"))).orElse(null);
    if (code != null) {
      throw refusal(answer, code);
    }
    statuses.check(answer);
    JsonNode node = Json.parse(PROVIDER, answer);
    if (!node.path("articles").isArray()) {
      throw new ProviderException(PROVIDER, FailureKind.MALFORMED, "an answer without 'articles'");
    }
  }

  /** Its message is not passed on: the code says all, and a message might echo the key. */
  private ProviderException refusal(Answer answer, String code) {
    FailureKind kind = KINDS.getOrDefault(code, kind(answer));
    // The same code means a wrong parameter with 400, and one that the plan forbids with 426.
    boolean isPlan = answer.status() == UPGRADE_REQUIRED;
    String shown = KINDS.containsKey(code) ? code : "a code that is not documented";
    return new ProviderException(
        PROVIDER,
        isPlan ? FailureKind.AUTHENTICATION : kind,
        "HTTP " + answer.status() + ", " + shown,
        statuses.retryAfter(answer).orElse(null));
  }

  private FailureKind kind(Answer answer) {
    return answer.isSuccess() ? FailureKind.UNAVAILABLE : statuses.kind(answer.status());
  }
}
