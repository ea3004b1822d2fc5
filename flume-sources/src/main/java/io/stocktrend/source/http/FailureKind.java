package io.stocktrend.source.http;

/** Why a provider gave no usable answer, sorted by what can be done about it. */
public enum FailureKind {
  /** The key, the cookie or the plan behind it does not open what was asked for. */
  AUTHENTICATION("the key is refused, or its plan does not cover the request"),
  /** Too fast; the same request is welcome a little later. */
  RATE_LIMIT("asked too fast"),
  /** The day's allowance is spent; nothing but the next day helps. */
  QUOTA("the day's quota is spent"),
  /** No connection, no answer in time, or the provider's own fault. */
  UNAVAILABLE("not available"),
  /** The request or the answer is not what the two sides agreed on. */
  MALFORMED("the request or its answer is malformed"),
  /** The provider does not know what was asked for, such as a symbol. */
  NOT_FOUND("not known to the provider");

  private final String sentence;

  FailureKind(String sentence) {
    this.sentence = sentence;
  }

  /** The kind in words, as messages begin. */
  public String sentence() {
    return sentence;
  }

  /** Whether the same request may succeed within minutes. */
  public boolean isTransient() {
    return this == RATE_LIMIT || this == UNAVAILABLE;
  }
}
