package io.stocktrend.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The form that all addresses of one page share: host in lower case without {@code www.}, no
 * scheme, default port, fragment, trailing slash or tracking parameters, the others sorted. Pages
 * of mobile and AMP hosts are taken for the page itself only where their own rules say so.
 */
final class StoryAddress {
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "wbraid",
          "gbraid",
          "msclkid",
          "yclid",
          "twclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "_ga",
          "_gl",
          "_hsenc",
          "_hsmi",
          "cmpid",
          "ncid",
          "ocid",
          "guccounter",
          "guce_referrer",
          "guce_referrer_sig",
          "soc_src",
          "soc_trk",
          ".tsrc",
          "tsrc",
          "yptr");

  /** Hosts whose addresses only lead to a page, and change while the page stays. */
  private static final Set<String> REDIRECTS =
      Set.of(
          "finnhub.io",
          "news.google.com",
          "feedproxy.google.com",
          "feeds.feedburner.com",
          "r.search.yahoo.com",
          "t.co",
          "bit.ly",
          "ow.ly",
          "buff.ly",
          "dlvr.it",
          "trib.al",
          "tinyurl.com",
          "lnkd.in",
          "goo.gl");

  private static final Map<String, String> SAME_PAGES =
      Map.of("amp.theguardian.com", "theguardian.com", "m.youtube.com", "youtube.com");

  /** {@code google.com/amp/s/HOST/PATH} and {@code X.cdn.ampproject.org/c/s/HOST/PATH}. */
  private static final Pattern AMP_CACHE =
      Pattern.compile(
          "https?://(?:(?:www\\.)?google\\.com/amp|[a-z0-9-]+\\.cdn\\.ampproject\\.org/[cv])/(s/)?(.+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern GOOGLE_REDIRECT = Pattern.compile("(www\\.)?google\\.[a-z.]+/url");

  private StoryAddress() {}

  /** The address as it is stored: that of a page on the web, or null. */
  static String stored(String url) {
    return url == null || HttpUrl.parse(url) == null ? null : url;
  }

  /** The canonical form, or nothing where an address does not tell which story it leads to. */
  static Optional<String> canonical(String url) {
    HttpUrl parsed = url == null ? null : HttpUrl.parse(behindCache(url));
    if (parsed == null || isRedirect(parsed)) {
      return Optional.empty();
    }
    String query = query(parsed);
    String path = path(parsed);
    // The front page of a publisher is no story.
    boolean isFrontPage = path.isEmpty() && query.isEmpty();
    return isFrontPage ? Optional.empty() : Optional.of(host(parsed) + path + query);
  }

  private static String behindCache(String url) {
    Matcher cached = AMP_CACHE.matcher(url);
    if (!cached.matches()) {
      return url;
    }
    return (cached.group(1) == null ? "http://" : "https://") + cached.group(2);
  }

  private static boolean isRedirect(HttpUrl url) {
    return REDIRECTS.contains(withoutWww(url.host()))
        || GOOGLE_REDIRECT.matcher(url.host() + url.encodedPath()).matches();
  }

  private static String host(HttpUrl url) {
    String host = withoutWww(url.host());
    String page = SAME_PAGES.getOrDefault(host, host);
    boolean isDefault = url.port() == HttpUrl.defaultPort(url.scheme());
    return isDefault ? page : page + ":" + url.port();
  }

  private static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  private static String path(HttpUrl url) {
    String path = url.encodedPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String query(HttpUrl url) {
    TreeSet<String> kept = new TreeSet<>();
    for (int i = 0; i < url.querySize(); i++) {
      String name = url.queryParameterName(i);
      String value = Objects.requireNonNullElse(url.queryParameterValue(i), "");
      if (!isTracking(name.toLowerCase(Locale.ROOT))) {
        kept.add(name + "=" + value);
      }
    }
    return kept.isEmpty() ? "" : "?" + String.join("&", List.copyOf(kept));
  }

  private static boolean isTracking(String name) {
    return name.isEmpty() || name.startsWith("utm_") || TRACKING.contains(name);
  }
}
