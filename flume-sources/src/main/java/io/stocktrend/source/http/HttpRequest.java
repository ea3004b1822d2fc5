package io.stocktrend.source.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;

/**
 * A GET of one URL, or the POST of a form to it.
 *
 * @param headers by name; {@code User-Agent} and {@code Cookie} too
 * @param followsRedirects false to be given the 3xx answer itself, as a form always is
 * @param form the fields in their order; none make a GET
 */
public record HttpRequest(
    HttpUrl url, Map<String, String> headers, boolean followsRedirects, Map<String, String> form) {
  public HttpRequest {
    TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    headers = Collections.unmodifiableMap(byName);
    form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
  }

  /** A GET with these headers. */
  HttpRequest(HttpUrl url, Map<String, String> headers, boolean followsRedirects) {
    this(url, headers, followsRedirects, Map.of());
  }

  /** A plain GET that follows redirects. */
  public static HttpRequest get(HttpUrl url) {
    return new HttpRequest(url, Map.of(), true);
  }

  /** The POST of a form; a redirect is its answer, because a form is sent to one place only. */
  public static HttpRequest post(HttpUrl url, Map<String, String> form) {
    return new HttpRequest(url, Map.of(), false, form);
  }

  /** The same request with one header more, or another value of it. */
  public HttpRequest header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.keySet().removeIf(name::equalsIgnoreCase);
    more.put(name, value);
    return new HttpRequest(url, more, followsRedirects, form);
  }

  /** The same request, but a redirect is the answer. */
  public HttpRequest withoutRedirects() {
    return new HttpRequest(url, headers, false, form);
  }
}
