package io.stocktrend.simulator.fred;

/** A request that FRED answers with 400 and a sentence. */
final class FredRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String READ =
      "  Read https://fred.stlouisfed.org/docs/api/api_key.html for more information.";

  FredRefusal(String sentence) {
    super("Bad Request.  " + sentence);
  }

  static FredRefusal noKey() {
    return new FredRefusal("Variable api_key is not set." + READ);
  }

  static FredRefusal malformedKey() {
    return new FredRefusal(
        "The value for variable api_key is not a 32 character alpha-numeric lower-case string."
            + READ);
  }

  static FredRefusal unknownKey() {
    return new FredRefusal("The value for variable api_key is not registered." + READ);
  }
}
