package io.stocktrend.source.http;

import java.time.Duration;
import java.util.Optional;

/**
 * A provider gave no usable answer; {@link #kind} says why. What {@link ProviderClient} throws
 * holds no secret: neither in its message nor in those of its causes.
 */
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String provider;
  private final FailureKind kind;
  private final String detail;
  private final Duration retryAfter;

  public ProviderException(String provider, FailureKind kind, String detail) {
    this(provider, kind, detail, (Throwable) null);
  }

  public ProviderException(String provider, FailureKind kind, String detail, Throwable cause) {
    super(message(provider, kind, detail), cause);
    this.provider = provider;
    this.kind = kind;
    this.detail = detail;
    this.retryAfter = null;
  }

  /** A failure that the provider wants to be left alone for, for so long. */
  public ProviderException(String provider, FailureKind kind, String detail, Duration retryAfter) {
    super(message(provider, kind, detail));
    this.provider = provider;
    this.kind = kind;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  private ProviderException(ProviderException original, String detail, Throwable cause) {
    super(message(original.provider, original.kind, detail), cause);
    this.provider = original.provider;
    this.kind = original.kind;
    this.detail = detail;
    this.retryAfter = original.retryAfter;
    setStackTrace(original.getStackTrace());
  }

  /** The provider's name, such as {@code finnhub}. */
  public String provider() {
    return provider;
  }

  public FailureKind kind() {
    return kind;
  }

  /** How long the provider is to be left alone, where that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The same failure, saying of what, such as {@code the profile of AAPL}. */
  public ProviderException about(String what) {
    return new ProviderException(this, what + ": " + detail, this);
  }

  /** The same failure with every secret taken out of it and of its causes. */
  ProviderException redacted(Redactor redactor) {
    Throwable cause = redactor.cause(getCause());
    String clean = redactor.text(detail);
    boolean unchanged = clean.equals(detail) && cause == getCause() && getSuppressed().length == 0;
    return unchanged ? this : new ProviderException(this, clean, cause);
  }

  private static String message(String provider, FailureKind kind, String detail) {
    return provider + ": " + kind.sentence() + ": " + detail;
  }
}
