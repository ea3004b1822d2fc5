package io.stocktrend.source.http;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Which URLs may be asked: {@code https} anywhere, {@code http} only on this machine. */
final class SafeUrl {
  /** The rule in words, for messages. */
  static final String RULE =
      "an https:// URL, or an http:// URL of this machine (localhost, 127.0.0.0/8 or [::1])";

  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

  private SafeUrl() {}

  static boolean isAllowed(HttpUrl url) {
    return url.isHttps() || isLoopback(url);
  }

  /** Told by the name alone: a name server is not to be trusted with it. */
  static boolean isLoopback(HttpUrl url) {
    String host = url.host();
    return host.equals("localhost") || host.equals("::1") || LOOPBACK_V4.matcher(host).matches();
  }
}
