package io.stocktrend.source.http;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;

/**
 * A GET of one URL.
 *
 * @param headers by name; {@code User-Agent} and {@code Cookie} too
 * @param followsRedirects false to be given the 3xx answer itself
 */
public record HttpRequest(HttpUrl url, Map<String, String> headers, boolean followsRedirects) {
  public HttpRequest {
    TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    headers = Collections.unmodifiableMap(byName);
  }

  /** A plain GET that follows redirects. */
  public static HttpRequest get(HttpUrl url) {
    return new HttpRequest(url, Map.of(), true);
  }

  /** The same request with one header more, or another value of it. */
  public HttpRequest header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.keySet().removeIf(name::equalsIgnoreCase);
    more.put(name, value);
    return new HttpRequest(url, more, followsRedirects);
  }

  /** The same request, but a redirect is the answer. */
  public HttpRequest withoutRedirects() {
    return new HttpRequest(url, headers, false);
  }
}
