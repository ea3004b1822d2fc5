package io.stocktrend.source.provider.worldbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.Json;
import java.time.Clock;
import java.util.Set;

/**
 * Tells answers, {@code [meta, rows]}, from refusals, {@code [{"message": […]}]}; both come as 200.
 * No rows may be no second element, a null one or an empty one.
 */
final class WorldBankAnswers implements AnswerPolicy {
  static final String PROVIDER = "worldbank";

  /** Service unavailable, unknown error, bad gateway. */
  private static final Set<String> PASSING = Set.of("105", "111", "112");

  private final StatusPolicy statuses;

  WorldBankAnswers(Clock clock) {
    this.statuses = new StatusPolicy(PROVIDER, clock);
  }

  @Override
  public void check(Answer answer) throws ProviderException {
    JsonNode message =
        Json.tryParse(answer)
            .map(json -> json.at("/0/message/0"))
            .filter(JsonNode::isObject)
            .orElse(null);
    if (message != null) {
      throw refusal(message);
    }
    statuses.check(answer);
    JsonNode json = Json.parse(PROVIDER, answer);
    if (!json.path(0).has("page")) {
      throw new ProviderException(PROVIDER, FailureKind.MALFORMED, "an answer without its pages");
    }
    if (json.path(1).isEmpty()) {
      throw new ProviderException(PROVIDER, FailureKind.NOT_FOUND, "an answer without rows");
    }
  }

  private static ProviderException refusal(JsonNode message) {
    String id = message.path("id").asText();
    FailureKind kind = PASSING.contains(id) ? FailureKind.UNAVAILABLE : FailureKind.NOT_FOUND;
    String words = Json.text(message.path("value"));
    return new ProviderException(PROVIDER, kind, "message " + id + ": " + words);
  }
}
