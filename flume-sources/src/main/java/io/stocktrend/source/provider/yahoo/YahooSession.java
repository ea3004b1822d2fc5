package io.stocktrend.source.provider.yahoo;

import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.HttpRequest;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import io.stocktrend.source.provider.ProviderAccess;
import okhttp3.HttpUrl;

/**
 * The cookie and the crumb that belongs to it, without which quotes are refused with 401. Both are
 * asked for when first needed, and anew when a crumb is refused.
 */
final class YahooSession {
  static final String USER_AGENT = "Mozilla/5.0 (compatible; stock-trend-flume)";
  private static final int LONGEST_CRUMB = 64;

  private final ProviderAccess access;
  private final StatusPolicy statuses;
  private String cookie = "";
  private String crumb;
  private boolean mayRenew;

  YahooSession(ProviderAccess access, StatusPolicy statuses) {
    this.access = access;
    this.statuses = statuses;
  }

  /** Says that a poll begins: a refused crumb is renewed once in it, not for every symbol. */
  void begin() {
    mayRenew = true;
  }

  /** Asks with cookie and crumb; once more with new ones if these are refused. */
  Answer get(HttpUrl url, AnswerPolicy policy) throws ProviderException, InterruptedException {
    try {
      return access.http().get(signed(url), policy);
    } catch (ProviderException e) {
      if (e.kind() != FailureKind.AUTHENTICATION || !mayRenew) {
        throw e;
      }
    }
    mayRenew = false;
    crumb = null;
    return access.http().get(signed(url), policy);
  }

  /** Asks without a crumb, as charts allow. */
  Answer getUnsigned(HttpUrl url, AnswerPolicy policy)
      throws ProviderException, InterruptedException {
    return access.http().get(request(url), policy);
  }

  private HttpRequest signed(HttpUrl url) throws ProviderException, InterruptedException {
    if (crumb == null) {
      cookie = new YahooCookies(access, statuses).ask();
      crumb = askForCrumb();
      access.http().redactor().register(cookie);
      access.http().redactor().register(crumb);
    }
    return request(url.newBuilder().addQueryParameter("crumb", crumb).build());
  }

  private HttpRequest request(HttpUrl url) {
    HttpRequest request = HttpRequest.get(url).header("User-Agent", USER_AGENT);
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private String askForCrumb() throws ProviderException, InterruptedException {
    HttpUrl url = access.url("yahoo.baseUrl", "v1/test/getcrumb").build();
    return access.http().get(request(url), this::checkCrumb).text().strip();
  }

  /** A refusal may come as 200 too, and a refusal's text must never serve as a crumb. */
  private void checkCrumb(Answer answer) throws ProviderException {
    statuses.check(answer);
    String text = answer.text().strip();
    if (YahooAnswers.isTooMany(text)) {
      throw new ProviderException(
          YahooAnswers.PROVIDER, FailureKind.RATE_LIMIT, "no crumb: Too Many Requests");
    }
    if (text.isEmpty() || text.length() > LONGEST_CRUMB || !text.matches("[^\\s<>{}\"]+")) {
      throw new ProviderException(
          YahooAnswers.PROVIDER, FailureKind.MALFORMED, "what came in place of a crumb is none");
    }
  }
}
