package io.stocktrend.source.http;

import java.io.IOException;

/** A body, decompressed, that is larger than any that a provider has reason to send. */
final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(int limit) {
    super("the body is larger than " + limit + " bytes");
  }
}
