package io.stocktrend.simulator.yahoo;

import io.stocktrend.simulator.wire.Answer;

/** How Yahoo refuses a caller, in the {@code finance} envelope whatever the endpoint. */
public final class YahooRefusals {

  private static final String INVALID_CRUMB =
      "Invalid Crumb. For Developers - https://bit.ly/yahoo-finance-api-feedback";

  private YahooRefusals() {}

  /** Status 401: no crumb, or one that does not belong to the cookie. */
  public static Answer invalidCrumb() {
    return Wrapper.error(401, "finance", "Unauthorized", INVALID_CRUMB);
  }

  /** Status 429 of getcrumb, as plain text with a line end. */
  public static Answer tooManyRequests() {
    return Answer.text(429, "Too Many Requests\r\n");
  }

  static Answer invalidCookie() {
    return Wrapper.error(401, "finance", "Unauthorized", "Invalid Cookie");
  }
}
