package io.stocktrend.source.provider.yahoo;

import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.HttpRequest;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.ProviderAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * The cookies of one visit. European addresses are led to a form of consent first, which is agreed
 * to, because only then the cookies come; every step stays on Yahoo's hosts.
 */
final class YahooCookies {
  private static final int MOST_STEPS = 8;
  private static final int SHORTEST_SECRET = 6;
  private static final List<String> SECRETS = List.of("sessionId", "gcrumb", "csrfToken");
  private static final String DOMAIN = "yahoo.com";

  private final ProviderAccess access;
  private final StatusPolicy statuses;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  YahooCookies(ProviderAccess access, StatusPolicy statuses) {
    this.access = access;
    this.statuses = statuses;
  }

  /** What goes into the header {@code Cookie}; empty if none is to be had. */
  String ask() throws ProviderException, InterruptedException {
    Optional<HttpRequest> next =
        Optional.of(HttpRequest.get(access.url("yahoo.cookieUrl", "").build()));
    for (int step = 0; step < MOST_STEPS && next.isPresent(); step++) {
      Answer answer = access.http().get(complete(next.get()), this::checkPage);
      keepCookies(answer);
      // These two are what the crumb belongs to: the page behind them is of no use.
      next =
          cookies.containsKey("A1") || cookies.containsKey("A3")
              ? Optional.empty()
              : next(next.get().url(), answer);
    }
    if (next.isPresent()) {
      throw refused("the pages of consent go round in circles");
    }
    return header();
  }

  private String header() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private HttpRequest complete(HttpRequest request) {
    HttpRequest named = request.header("User-Agent", YahooSession.USER_AGENT).withoutRedirects();
    return cookies.isEmpty() ? named : named.header("Cookie", header());
  }

  /** Whatever its status: the usual page answers 404 with the cookies. */
  private void checkPage(Answer answer) throws ProviderException {
    if (answer.headers("Set-Cookie").isEmpty() && statuses.kind(answer.status()).isTransient()) {
      statuses.check(answer);
    }
  }

  private void keepCookies(Answer answer) {
    for (String header : answer.headers("Set-Cookie")) {
      String[] pair = header.split(";", 2)[0].strip().split("=", 2);
      if (pair.length == 2) {
        cookies.put(pair[0], pair[1]);
        hide(pair[1]);
      }
    }
  }

  private Optional<HttpRequest> next(HttpUrl page, Answer answer) throws ProviderException {
    Optional<String> location = answer.header("Location");
    if (answer.status() / 100 == 3 && location.isPresent()) {
      return Optional.of(HttpRequest.get(allowed(page, page.resolve(location.get()))));
    }
    Optional<ConsentForm> form = ConsentForm.find(answer.text());
    if (form.isEmpty()) {
      return Optional.empty();
    }
    SECRETS.forEach(name -> hide(form.get().fields().get(name)));
    HttpUrl target = allowed(page, page.resolve(form.get().action()));
    return Optional.of(HttpRequest.post(target, form.get().agreed()));
  }

  private HttpUrl allowed(HttpUrl from, HttpUrl to) throws ProviderException {
    boolean isSafe = to != null && (isSameMachine(from, to) || isYahoo(to));
    if (!isSafe) {
      throw refused("a page of consent leads to " + (to == null ? "no URL" : to.host()));
    }
    SECRETS.forEach(name -> hide(to.queryParameter(name)));
    return to;
  }

  /** A value as short as a flag is no secret, and would hide half of every message. */
  private void hide(String value) {
    if (value != null && value.length() >= SHORTEST_SECRET) {
      access.http().redactor().register(value);
    }
  }

  /** A simulator plays all of Yahoo's hosts on the one that it has. */
  private static boolean isSameMachine(HttpUrl from, HttpUrl to) {
    return from.scheme().equals(to.scheme())
        && from.host().equals(to.host())
        && from.port() == to.port();
  }

  private static boolean isYahoo(HttpUrl url) {
    return url.isHttps() && (url.host().equals(DOMAIN) || url.host().endsWith("." + DOMAIN));
  }

  private static ProviderException refused(String why) {
    return new ProviderException(YahooAnswers.PROVIDER, FailureKind.MALFORMED, "no cookie: " + why);
  }
}
