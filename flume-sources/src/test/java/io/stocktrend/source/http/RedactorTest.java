package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String SECRET = "p@ss w+rd/é$1";

  private final Redactor redactor = new Redactor(List.of(SECRET));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p@ss w+rd/é$1",
        "p%40ss%20w%2Brd%2F%C3%A9%241",
        "p%40ss+w%2brd%2f%c3%a9%241",
        "p@ss%20w%2Brd/%C3%A9$1",
        "%70@ss w+rd/é$1"
      })
  void aSecretIsFoundHoweverItIsEncoded(String form) {
    assertEquals("key *** end", redactor.text("key " + form + " end"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"apikey", "apiKey", "api_key", "token", "crumb", "access_token", "key"})
  void parametersThatCarryKeysAreEmptiedWhoeverOwnsThem(String name) {
    HttpUrl url = HttpUrl.get("https://a.example/q?symbol=A&" + name + "=abc123&x=1#f");
    assertEquals(
        "https://a.example/q?symbol=A&" + name + "=***&x=1#f", new Redactor(List.of()).url(url));
  }

  @Test
  void otherParametersAreKept() {
    String url = "https://a.example/q?symbol=A&monkey=b&tokens=3";
    assertEquals(url, redactor.text(url));
  }

  @Test
  void theLongerOfTwoSecretsGoesFirst() {
    assertEquals("***", new Redactor(List.of("abc", "abcdef")).text("abcdef"));
  }

  @Test
  void blankSecretsAreNone() {
    assertEquals("a b", new Redactor(Arrays.asList("", "  ", null)).text("a b"));
  }

  @Test
  void aSecretLearntLaterIsTakenOutToo() {
    redactor.register("crumb.42");
    assertEquals("with ***", redactor.text("with crumb.42"));
  }

  @Test
  void noTraceOfAFailureHoldsTheSecret() {
    IOException root = new IOException("refused " + SECRET);
    root.addSuppressed(new IllegalStateException("also " + SECRET));
    ProviderException failure =
        new ProviderException(
            "acme",
            FailureKind.UNAVAILABLE,
            "asked with " + SECRET,
            new IllegalStateException("outer", root));
    failure.addSuppressed(new IOException(SECRET));
    String trace = trace(failure.redacted(redactor));
    assertFalse(trace.contains(SECRET), trace);
    assertEquals("acme: not available: asked with ***", failure.redacted(redactor).getMessage());
  }

  @Test
  void aFailureWithoutSecretsStaysItself() {
    ProviderException failure =
        new ProviderException(
            "acme", FailureKind.MALFORMED, "no member", new IOException("at line 3"));
    assertSame(failure, failure.redacted(redactor));
  }

  private static String trace(Throwable failure) {
    StringWriter words = new StringWriter();
    failure.printStackTrace(new PrintWriter(words));
    return words.toString();
  }
}
