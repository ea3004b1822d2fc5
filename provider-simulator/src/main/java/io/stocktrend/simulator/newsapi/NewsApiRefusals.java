package io.stocktrend.simulator.newsapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stocktrend.simulator.wire.Answer;
import java.time.LocalDate;

/** Refusals with NewsAPI's codes and, but for numbers, its wording. */
final class NewsApiRefusals {

  private NewsApiRefusals() {}

  static Answer keyMissing() {
    return refusal(
        401,
        "apiKeyMissing",
        "Your API key is missing. Append this to the URL with the apiKey param, or use the"
            + " x-api-key HTTP header.");
  }

  static Answer keyInvalid() {
    return refusal(
        401,
        "apiKeyInvalid",
        "Your API key is invalid or incorrect. Check your key, or go to https://newsapi.org to"
            + " create a free API key.");
  }

  static Answer parametersMissing() {
    return refusal(
        400,
        "parametersMissing",
        "Required parameters are missing, the scope of your search is too broad. Please set any of"
            + " the following required parameters and try again: q, qInTitle, sources, domains.");
  }

  static Answer parameterInvalid(String name) {
    return refusal(
        400, "parameterInvalid", "The " + name + " parameter has a value that is not allowed.");
  }

  static Answer tooFarInThePast(LocalDate earliest, String asked) {
    return refusal(
        426,
        "parameterInvalid",
        "You are trying to request results too far in the past. Your plan permits you to request"
            + " articles as far back as "
            + earliest
            + ", but you have requested "
            + asked
            + ". To extend this please upgrade to a paid plan.");
  }

  static Answer maximumResultsReached(int from, int to) {
    return refusal(
        426,
        "maximumResultsReached",
        "You have requested too many results. Developer accounts are limited to a max of 100"
            + " results. You are trying to request results "
            + from
            + " to "
            + to
            + ". Please upgrade to a paid plan if you need more results.");
  }

  static Answer rateLimited() {
    return refusal(
        429,
        "rateLimited",
        "You have made too many requests recently. Developer accounts are limited to 100 requests"
            + " over a 24 hour period (50 requests available every 12 hours). Please upgrade to a"
            + " paid plan if you need more requests.");
  }

  private static Answer refusal(int status, String code, String message) {
    return Answer.json(
        status,
        JsonNodeFactory.instance
            .objectNode()
            .put("status", "error")
            .put("code", code)
            .put("message", message));
  }
}
