package io.stocktrend.source.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.HttpUrl;

/**
 * Where a redirect may lead: from https to https, from http within this machine, never with a key.
 */
final class Redirects {
  /** How many in a row are followed. */
  static final int MOST = 5;

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
  private static final Set<String> HARMLESS = Set.of("user-agent", "accept", "accept-language");

  private final String provider;
  private final Redactor redactor;

  Redirects(String provider, Redactor redactor) {
    this.provider = provider;
    this.redactor = redactor;
  }

  /**
   * The request that the answer sends on to, if it does.
   *
   * @throws ProviderException if it may not be followed
   */
  Optional<HttpRequest> next(HttpRequest request, Answer answer) throws ProviderException {
    Optional<String> location = answer.header("Location");
    boolean isRedirect = STATUSES.contains(answer.status()) && location.isPresent();
    if (!isRedirect || !request.followsRedirects()) {
      return Optional.empty();
    }
    HttpUrl target = request.url().resolve(location.get());
    if (target == null || !isAllowed(request.url(), target)) {
      throw refused("leads to " + shown(location.get(), target) + ", which is not allowed");
    }
    if (isSameOrigin(request.url(), target)) {
      return Optional.of(new HttpRequest(target, request.headers(), true));
    }
    if (redactor.isSecretIn(target.toString())) {
      throw refused("would carry a key to " + target.host());
    }
    return Optional.of(new HttpRequest(target, harmless(request.headers()), true));
  }

  ProviderException refused(String why) {
    return new ProviderException(provider, FailureKind.MALFORMED, "a redirect " + why);
  }

  private String shown(String location, HttpUrl target) {
    return target == null ? redactor.text(location) : redactor.url(target);
  }

  private static boolean isAllowed(HttpUrl from, HttpUrl to) {
    boolean isLocal = SafeUrl.isLoopback(from);
    boolean staysEncrypted = to.isHttps() || !from.isHttps();
    return isLocal == SafeUrl.isLoopback(to) && (isLocal || to.isHttps()) && staysEncrypted;
  }

  private static boolean isSameOrigin(HttpUrl from, HttpUrl to) {
    return from.scheme().equals(to.scheme())
        && from.host().equals(to.host())
        && from.port() == to.port();
  }

  private static Map<String, String> harmless(Map<String, String> headers) {
    Map<String, String> kept = new TreeMap<>(headers);
    kept.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
    return kept;
  }
}
