package io.stocktrend.simulator.alphavantage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stocktrend.simulator.wire.Answer;

/** How Alpha Vantage refuses a caller: always with status 200, and one member that says why. */
public final class AlphaVantageRefusals {

  private static final String CALLS_PER_MINUTE =
      "Thank you for using Alpha Vantage! Our standard API call frequency is 5 calls per minute and"
          + " 500 calls per day. Please visit https://www.alphavantage.co/premium/ if you would"
          + " like to target a higher API call frequency.";
  private static final String CALLS_PER_DAY =
      " and our standard API rate limit is 25 requests per day. Please subscribe to any of the"
          + " premium plans at https://www.alphavantage.co/premium/ to instantly remove all daily"
          + " rate limits.";
  private static final String PREMIUM =
      "Thank you for using Alpha Vantage! This is a premium endpoint. You may subscribe to any of"
          + " the premium plans at https://www.alphavantage.co/premium/ to instantly unlock all"
          + " premium endpoints";
  private static final String NO_KEY =
      "the parameter apikey is invalid or missing. Please claim your free API key on"
          + " (https://www.alphavantage.co/support/#api-key). It should take less than 20 seconds.";
  private static final String INVALID_CALL =
      "Invalid API call. Please retry or visit the documentation"
          + " (https://www.alphavantage.co/documentation/) for ";

  private AlphaVantageRefusals() {}

  /** The limit per minute. */
  public static Answer note() {
    return refusal("Note", CALLS_PER_MINUTE);
  }

  /** The limit per day, which repeats the caller's key. */
  public static Answer dailyLimit(String key) {
    return refusal("Information", "We have detected your API key as " + key + CALLS_PER_DAY);
  }

  /** A function that only paying callers get. */
  public static Answer premium() {
    return refusal("Information", PREMIUM);
  }

  /** A symbol or parameter that the function does not take. */
  public static Answer invalidCall(String function) {
    return refusal("Error Message", INVALID_CALL + function + ".");
  }

  static Answer noKey() {
    return refusal("Error Message", NO_KEY);
  }

  static Answer noFunction(String function) {
    return refusal("Error Message", "This API function (" + function + ") does not exist.");
  }

  private static Answer refusal(String member, String text) {
    return Answer.json(200, JsonNodeFactory.instance.objectNode().put(member, text));
  }
}
