package io.stocktrend.source.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells answers from refusals: the payload is {@code <wrapper>.result}, a refusal an {@code error}
 * in that wrapper or in one named {@code finance}, whatever the status.
 */
final class YahooAnswers implements AnswerPolicy {
  static final String PROVIDER = "yahoo";
  private static final String FOREIGN_WRAPPER = "finance";

  private final String wrapper;
  private final StatusPolicy statuses;

  YahooAnswers(String wrapper, StatusPolicy statuses) {
    this.wrapper = wrapper;
    this.statuses = statuses;
  }

  @Override
  public void check(Answer answer) throws ProviderException {
    Optional<JsonNode> json = Json.tryParse(answer);
    if (json.isPresent()) {
      refuseErrors(json.get(), answer);
    }
    statuses.check(answer);
    if (json.isEmpty() && isTooMany(answer.text())) {
      throw new ProviderException(PROVIDER, FailureKind.RATE_LIMIT, "Too Many Requests");
    }
    if (json.isEmpty() || !json.get().path(wrapper).path("result").isArray()) {
      throw new ProviderException(
          PROVIDER, FailureKind.MALFORMED, "an answer without " + wrapper + ".result");
    }
  }

  /** The results in an answer that has passed. */
  JsonNode results(Answer answer) throws ProviderException {
    return Json.parse(PROVIDER, answer).path(wrapper).path("result");
  }

  static boolean isTooMany(String body) {
    return body.strip().equalsIgnoreCase("Too Many Requests");
  }

  private void refuseErrors(JsonNode json, Answer answer) throws ProviderException {
    for (String name : List.of(wrapper, FOREIGN_WRAPPER)) {
      JsonNode error = json.path(name).path("error");
      if (error.isObject() || error.isTextual()) {
        String code = error.isTextual() ? error.textValue() : error.path("code").asText();
        String detail = code + ": " + error.path("description").asText();
        throw new ProviderException(
            PROVIDER, kind(code, detail, answer), detail, statuses.retryAfter(answer).orElse(null));
      }
    }
  }

  private FailureKind kind(String code, String detail, Answer answer) {
    String words = detail.toLowerCase(Locale.ROOT);
    if (words.contains("data doesn't exist")) {
      return FailureKind.NOT_FOUND;
    }
    if (words.contains("invalid crumb") || words.contains("invalid cookie")) {
      return FailureKind.AUTHENTICATION;
    }
    return switch (code.toLowerCase(Locale.ROOT)) {
      case "unauthorized", "forbidden" -> FailureKind.AUTHENTICATION;
      case "not found" -> FailureKind.NOT_FOUND;
      case "too many requests" -> FailureKind.RATE_LIMIT;
      default -> answer.isSuccess() ? FailureKind.UNAVAILABLE : statuses.kind(answer.status());
    };
  }
}
