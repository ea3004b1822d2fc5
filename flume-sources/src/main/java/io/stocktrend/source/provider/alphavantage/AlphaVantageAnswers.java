package io.stocktrend.source.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.Json;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells answers from refusals, which all come as 200: an answer has the function's member, a
 * refusal says why in {@code Note}, {@code Information}, {@code Error Message} or {@code message}.
 * The text of a refusal may echo the caller's key, so it is sorted here and never passed on.
 */
final class AlphaVantageAnswers implements AnswerPolicy {
  static final String PROVIDER = "alphavantage";
  private static final List<String> REFUSALS =
      List.of("Note", "Information", "Error Message", "message");

  private final String member;
  private final StatusPolicy statuses;

  /**
   * @param member that only an answer has, such as {@code Global Quote}
   */
  AlphaVantageAnswers(String member, Clock clock) {
    this.member = member;
    this.statuses = new StatusPolicy(PROVIDER, clock);
  }

  @Override
  public void check(Answer answer) throws ProviderException {
    Optional<JsonNode> json = Json.tryParse(answer);
    String refusal = json.map(AlphaVantageAnswers::refusal).orElse(null);
    if (refusal != null) {
      throw sorted(refusal.toLowerCase(Locale.ROOT));
    }
    statuses.check(answer);
    JsonNode node = Json.parse(PROVIDER, answer);
    if (isEmptyObject(node) || isEmptyObject(node.path(member))) {
      throw new ProviderException(PROVIDER, FailureKind.NOT_FOUND, "an empty answer");
    }
    if (!node.has(member)) {
      throw new ProviderException(
          PROVIDER, FailureKind.MALFORMED, "an answer without '" + member + "'");
    }
  }

  private static String refusal(JsonNode node) {
    return REFUSALS.stream()
        .map(name -> Json.text(node.path(name)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A text may speak of a minute and of a day: the shorter limit is the one that was hit. */
  private static ProviderException sorted(String text) {
    if (says(text, "per second", "per minute", "call frequency", "sparingly")) {
      return new ProviderException(PROVIDER, FailureKind.RATE_LIMIT, "asked too often a minute");
    }
    if (says(text, "per day", "daily", "rate limit")) {
      return new ProviderException(PROVIDER, FailureKind.QUOTA, "the daily limit is reached");
    }
    if (says(text, "apikey", "api key is", "api key invalid", "invalid api key")) {
      return new ProviderException(PROVIDER, FailureKind.AUTHENTICATION, "the key is refused");
    }
    if (says(text, "premium", "subscribe", "entitle")) {
      return new ProviderException(
          PROVIDER, FailureKind.AUTHENTICATION, "the endpoint needs a premium plan");
    }
    if (says(text, "invalid api call")) {
      return new ProviderException(PROVIDER, FailureKind.NOT_FOUND, "an invalid call");
    }
    return new ProviderException(PROVIDER, FailureKind.UNAVAILABLE, "a refusal of unknown wording");
  }

  private static boolean says(String text, String... words) {
    return List.of(words).stream().anyMatch(text::contains);
  }

  private static boolean isEmptyObject(JsonNode node) {
    return node.isObject() && node.isEmpty();
  }
}
