package io.stocktrend.source.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Takes secrets out of texts: every registered value, plain or URL-encoded, and the query
 * parameters that carry keys. Safe for use by several threads.
 */
public final class Redactor {
  private static final String STARS = "***";
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)([?&](?:api[_-]?key|key|(?:access_)?token|crumb|secret|password)=)[^&\\s\"'<>#]*");

  // The longest first: a short secret within a long one would leave the rest of it standing.
  private final ConcurrentSkipListMap<String, Pattern> secrets =
      new ConcurrentSkipListMap<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));

  /** A redactor of these secrets; blank ones are left out. */
  public Redactor(Collection<String> secrets) {
    secrets.forEach(this::register);
  }

  /** Adds a secret that came to light later, such as a cookie or a crumb. */
  public void register(String secret) {
    if (secret != null && !secret.isBlank()) {
      this.secrets.computeIfAbsent(secret.strip(), Redactor::anyForm);
    }
  }

  /** The text without secrets. */
  public String text(String text) {
    if (text == null) {
      return "";
    }
    String clean = text;
    for (Pattern secret : secrets.values()) {
      clean = secret.matcher(clean).replaceAll(STARS);
    }
    return PARAMETER.matcher(clean).replaceAll("$1" + STARS);
  }

  /** The URL without secrets, for messages. */
  public String url(HttpUrl url) {
    return text(url.toString());
  }

  /** Whether the text holds a secret. */
  boolean isSecretIn(String text) {
    return !text(text).equals(text);
  }

  /** The same causes, each that holds a secret replaced by its redacted words. */
  Throwable cause(Throwable cause) {
    if (cause == null || !isSecretIn(chain(cause))) {
      return cause;
    }
    IOException clean = new IOException(text(cause.toString()), cause(cause.getCause()));
    clean.setStackTrace(cause.getStackTrace());
    return clean;
  }

  private static String chain(Throwable cause) {
    StringBuilder words = new StringBuilder();
    for (Throwable t = cause; t != null; t = t.getCause()) {
      words.append(t).append('\n');
      for (Throwable suppressed : t.getSuppressed()) {
        words.append(suppressed).append('\n');
      }
    }
    return words.toString();
  }

  /** Each character as it is or URL-encoded: what encodes which of them differs. */
  private static Pattern anyForm(String secret) {
    StringBuilder pattern = new StringBuilder();
    secret.codePoints().forEach(character -> pattern.append(anyForm(character)));
    return Pattern.compile(pattern.toString());
  }

  private static String anyForm(int character) {
    String plain = Character.toString(character);
    StringBuilder encoded = new StringBuilder("(?i:");
    for (byte one : plain.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format(Locale.ROOT, "%%%02X", one));
    }
    String blank = plain.equals(" ") ? "|\\+" : "";
    return "(?:" + Pattern.quote(plain) + "|" + encoded + ")" + blank + ")";
  }
}
