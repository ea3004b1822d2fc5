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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Tells answers from refusals, which all come as 200: an answer has the function's member, a
 * refusal says why in {@code Note}, {@code Information}, {@code Error Message} or {@code message}.
 * The text of a refusal may echo the caller's key, so it is sorted here and never passed on.
 */
final class AlphaVantageAnswers implements AnswerPolicy {
  static final String PROVIDER = "alphavantage";
  private static final List<String> REFUSALS =
      List.of("Note", "Information", "Error Message", "message");

  /**
   * The first that matches decides. A text may speak of a minute and of a day: the shorter limit is
   * the one that was hit. Nearly every text advertises the premium plans.
   */
  private static final List<Wording> WORDINGS =
      List.of(
          new Wording(FailureKind.NOT_FOUND, "an invalid call", List.of("invalid api call")),
          new Wording(
              FailureKind.AUTHENTICATION,
              "it needs a premium plan",
              List.of("is a premium", "only available to premium", "entitle")),
          new Wording(
              FailureKind.RATE_LIMIT,
              "asked too often a second or a minute",
              List.of("per second", "per minute", "call frequency", "sparingly", "too many")),
          new Wording(
              FailureKind.QUOTA,
              "the daily limit is reached",
              List.of("per day", "/day", "a day", " daily ", "quota")),
          new Wording(FailureKind.RATE_LIMIT, "asked too often", List.of("rate limit")),
          new Wording(
              FailureKind.AUTHENTICATION,
              "the key is refused",
              List.of(
                  "apikey", "api key is", "invalid api key", "api key invalid", "free api key")),
          new Wording(FailureKind.AUTHENTICATION, "it needs a premium plan", List.of("premium")));

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
    String refusal = json.map(this::refusal).orElse(null);
    if (refusal != null) {
      throw refused(refusal.toLowerCase(Locale.ROOT).replace('-', ' '), answer);
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

  /** What a refusal says; where the payload is missing, any text is taken for one. */
  private String refusal(JsonNode node) {
    Stream<JsonNode> known = REFUSALS.stream().map(node::path);
    Stream<JsonNode> any =
        node.isObject() && !node.has(member)
            ? StreamSupport.stream(node.spliterator(), false)
            : Stream.empty();
    return Stream.concat(known, any)
        .map(Json::text)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private ProviderException refused(String text, Answer answer) {
    for (Wording wording : WORDINGS) {
      if (wording.marks.stream().anyMatch(text::contains)) {
        return new ProviderException(PROVIDER, wording.kind, wording.meaning);
      }
    }
    FailureKind kind =
        answer.isSuccess() ? FailureKind.UNAVAILABLE : statuses.kind(answer.status());
    return new ProviderException(PROVIDER, kind, "a refusal of unknown wording");
  }

  private record Wording(FailureKind kind, String meaning, List<String> marks) {}

  private static boolean isEmptyObject(JsonNode node) {
    return node.isObject() && node.isEmpty();
  }
}
