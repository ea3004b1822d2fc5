package io.stocktrend.source.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** One request and its answer, redirects included; every failure has a kind and no secret. */
final class Exchange {
  private final String provider;
  private final HttpCalls calls;
  private final Redactor redactor;
  private final Redirects redirects;

  Exchange(String provider, HttpCalls calls, Redactor redactor) {
    this.provider = provider;
    this.calls = calls;
    this.redactor = redactor;
    this.redirects = new Redirects(provider, redactor);
  }

  /** The answer, which its policy lets pass. */
  Answer run(HttpRequest request, AnswerPolicy policy, Gate gate)
      throws ProviderException, InterruptedException {
    try {
      Answer answer = follow(request, gate);
      policy.check(answer);
      return answer;
    } catch (ProviderException e) {
      throw e.redacted(redactor);
    }
  }

  private Answer follow(HttpRequest request, Gate gate)
      throws ProviderException, InterruptedException {
    Answer answer = send(request);
    Optional<HttpRequest> next = redirects.next(request, answer);
    for (int followed = 0; next.isPresent(); followed++) {
      if (followed == Redirects.MOST) {
        throw redirects.refused("is the sixth in a row");
      }
      gate.admitAnother();
      answer = send(next.get());
      next = redirects.next(next.get(), answer);
    }
    return answer;
  }

  private Answer send(HttpRequest request) throws ProviderException, InterruptedException {
    if (!SafeUrl.isAllowed(request.url())) {
      throw failure(FailureKind.MALFORMED, request, "give " + SafeUrl.RULE, null);
    }
    try {
      return calls.send(request);
    } catch (IllegalArgumentException e) {
      // Its message may quote the header's value, which may be a key: it is no cause to hand on.
      throw failure(
          FailureKind.MALFORMED,
          request,
          "a header holds a character that headers cannot carry: check the key for line breaks",
          null);
    } catch (IOException e) {
      throw failure(e, request);
    }
  }

  private ProviderException failure(IOException e, HttpRequest request) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    if (cause instanceof BodyTooLargeException) {
      return failure(FailureKind.MALFORMED, request, cause.getMessage(), cause);
    }
    String what = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (cause instanceof SSLException) {
      what = "no trusted TLS connection (is its certificate valid and known to Java?): " + what;
    } else if (cause instanceof InterruptedIOException) {
      what = "no whole answer within the timeout";
    }
    return failure(FailureKind.UNAVAILABLE, request, what, cause);
  }

  private ProviderException failure(
      FailureKind kind, HttpRequest request, String what, Throwable cause) {
    String detail = redactor.url(request.url()) + ": " + what;
    return new ProviderException(provider, kind, detail, cause);
  }
}
