package io.stocktrend.source.provider.yahoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.Recording;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way to a crumb through Europe's consent pages as Yahoo really sent it, read in place from the
 * folder in the system property {@code stocktrend.recordings}. Only hosts are replaced: by
 * loopback.
 */
public class RecordedCrumbFlowTest {
  // The page that everyone is sent away from.
  private static final String PAGE = "yahoo/crumbflow-1-quote-page-307.html";
  private static final String CONSENT = "yahoo/crumbflow-2-guce-consent-302.txt";
  // The form, with its token among much else.
  private static final String FORM = "yahoo/crumbflow-3-collectConsent-page.html";
  private static final String AGREED = "yahoo/crumbflow-4-collectConsent-submit-302.txt";
  // Four cookies in one line.
  private static final String COPY = "yahoo/crumbflow-5-copyConsent-302.txt";
  private static final String CRUMB = "yahoo/crumbflow-7-getcrumb.txt";

  /** The bodies that this test plays. */
  public static final Set<String> NAMES = Set.of(PAGE, CONSENT, FORM, AGREED, COPY, CRUMB);

  @TempDir Path temporary;
  private Path recordings;

  @BeforeEach
  void find() {
    recordings = Recording.folder();
  }

  @Test
  void theConsentIsGivenAndItsCookiesAndTheCrumbAreSent() throws Exception {
    try (ProviderServer server =
        new ProviderServer(temporary, new SteppedTime("2026-11-02T15:05:00Z"))) {
      server
          .on("/cookie", answer(PAGE))
          .on("/consent", answer(CONSENT))
          .on("/v2/collectConsent", answer(FORM))
          .on("/v2/collectConsent", answer(AGREED))
          .on("/copyConsent", answer(COPY))
          .on("/v1/test/getcrumb", answer(CRUMB))
          .on("/v7/finance/quote", YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
      new YahooQuoteProvider(server.access("yahoo", "")).quotes(List.of("AAPL"));

      RecordedRequest posted = server.requests("/v2/collectConsent").get(1);
      String form = posted.getBody().utf8();
      assertEquals("POST", posted.getMethod());
      assertTrue(form.startsWith("csrfToken="), form);
      assertTrue(form.endsWith("&namespace=yahoo&agree=agree"), form);
      RecordedRequest asked = server.requests("/v7/finance/quote").get(0);
      assertEquals("aBcDeFgHiJk", asked.getUrl().queryParameter("crumb"));
      assertEquals(
          Set.of("GUCS", "CFC", "GUC", "A3", "A1S", "EuConsent", "A1"),
          names(asked.getHeaders().get("Cookie")));
    }
  }

  /** As recorded, but sent on to this server instead of the real one. */
  private MockResponse answer(String name) throws IOException {
    Recording recording = new Recording(recordings.resolve(name));
    MockResponse.Builder answer = recording.answer().newBuilder();
    for (String location : recording.header("location")) {
      HttpUrl url = HttpUrl.get(location);
      answer.setHeader("Location", url.encodedPath() + "?" + url.encodedQuery());
    }
    recording.header("set-cookie").forEach(cookie -> answer.addHeader("Set-Cookie", cookie));
    return answer.build();
  }

  private static Set<String> names(String cookies) {
    Set<String> names = new TreeSet<>();
    for (String cookie : cookies.split("; ", -1)) {
      names.add(cookie.substring(0, cookie.indexOf('=')));
    }
    return names;
  }
}
