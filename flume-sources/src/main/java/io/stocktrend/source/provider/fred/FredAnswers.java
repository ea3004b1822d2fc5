package io.stocktrend.source.provider.fred;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.Json;
import java.time.Clock;
import java.util.Locale;

/**
 * Tells answers from refusals, which come as 400 with a sentence in {@code error_message}. The two
 * that are about the archive of vintages pass, because another question gets what was wanted.
 */
final class FredAnswers implements AnswerPolicy {
  static final String PROVIDER = "fred";
  private static final int LONGEST_TEXT = 200;

  /** What FRED documents besides 429 for callers that it keeps out for a while. */
  private static final int LOCKED = 423;

  private final StatusPolicy statuses;

  FredAnswers(Clock clock) {
    this.statuses = new StatusPolicy(PROVIDER, clock).with(LOCKED, FailureKind.RATE_LIMIT);
  }

  @Override
  public void check(Answer answer) throws ProviderException {
    if (hasTooManyVintages(answer) || isOutsideArchive(answer)) {
      return;
    }
    if (answer.status() == 400 || isRefusedWithSuccess(answer)) {
      String words = words(answer);
      throw new ProviderException(PROVIDER, kind(words.toLowerCase(Locale.ROOT)), words);
    }
    statuses.check(answer);
    if (!Json.parse(PROVIDER, answer).path("observations").isArray()) {
      throw new ProviderException(
          PROVIDER, FailureKind.MALFORMED, "an answer without 'observations'");
    }
  }

  private static boolean isRefusedWithSuccess(Answer answer) {
    return answer.isSuccess()
        && Json.tryParse(answer).filter(json -> json.has("error_message")).isPresent();
  }

  /** Whether more vintages were asked for than one answer may hold. */
  static boolean hasTooManyVintages(Answer answer) {
    return answer.status() == 400 && words(answer).contains("number of vintage dates");
  }

  /** Whether the archive holds nothing of the series in the days that were asked for. */
  static boolean isOutsideArchive(Answer answer) {
    return answer.status() == 400 && words(answer).contains("does not exist in ALFRED");
  }

  private static FailureKind kind(String words) {
    if (words.contains("api_key")) {
      return FailureKind.AUTHENTICATION;
    }
    return words.contains("does not exist") ? FailureKind.NOT_FOUND : FailureKind.MALFORMED;
  }

  /** The sentence; of an answer that is no JSON, such as XML, its whole text. */
  private static String words(Answer answer) {
    JsonNode json = Json.tryParse(answer).orElse(null);
    String sentence = json == null ? answer.text() : Json.text(json.path("error_message"));
    String line = sentence == null ? "HTTP 400" : sentence.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
  }
}
