package io.stocktrend.source.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
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

  private final ConcurrentSkipListSet<String> forms =
      new ConcurrentSkipListSet<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));

  /** A redactor of these secrets; blank ones are left out. */
  public Redactor(Collection<String> secrets) {
    secrets.forEach(this::register);
  }

  /** Adds a secret that came to light later, such as a cookie or a crumb. */
  public void register(String secret) {
    if (secret != null && !secret.isBlank()) {
      forms.addAll(formsOf(secret));
      forms.addAll(formsOf(secret.strip()));
    }
  }

  /** The text without secrets. */
  public String text(String text) {
    if (text == null) {
      return "";
    }
    String clean = text;
    for (String form : forms) {
      clean = clean.replace(form, STARS);
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

  private static List<String> formsOf(String secret) {
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    HttpUrl url =
        new HttpUrl.Builder()
            .scheme("https")
            .host("localhost")
            .addPathSegment(secret)
            .addQueryParameter("k", secret)
            .build();
    forms.add(url.encodedPath().substring(1));
    forms.add(url.encodedQuery().substring("k=".length()));
    return forms.stream().filter(form -> !form.isEmpty()).toList();
  }
}
