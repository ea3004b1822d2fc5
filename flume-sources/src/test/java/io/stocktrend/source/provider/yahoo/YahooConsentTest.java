package io.stocktrend.source.provider.yahoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the cookies from Europe: page, consent, form, copy. */
class YahooConsentTest {
  private static final String QUOTE = "/v7/finance/quote";
  private static final String FORM =
      """
      <form id="other"><input type="hidden" name="q" value="1"></form>
      <form method="post" class="consent-form" action="">
        <input type="hidden" name="csrfToken" value="t0ken&#x3D;&amp;">
        <input value="s3ssion" name="sessionId" type="hidden">
        <input type="hidden" name="originalDoneUrl" value="https://finance.yahoo.com/?a&#61;1">
        <input type="checkbox" name="more" value="on"><input type="hidden" data-x="y"/>
        <button name="reject" value="reject">No</button>
      </form>""";

  @TempDir Path folder;
  private ProviderServer server;
  private YahooQuoteProvider yahoo;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, new SteppedTime("2026-11-02T15:05:00Z"));
    yahoo = new YahooQuoteProvider(server.access("yahoo", ""));
    server.on("/v1/test/getcrumb", "cRu/mb.11");
    server.on(QUOTE, YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theFormIsAgreedToAndTheCookiesBehindItServe() throws Exception {
    server
        .on("/cookie", redirect("/consent?gcrumb=gcRumb1", "GUCS=g1; Domain=.yahoo.com"))
        .on("/consent", redirect("/collect?sessionId=s3ssion"))
        .on("/collect", FORM)
        .on("/collect", redirect("/copy?sessionId=s3ssion", "CFC=c1; Secure"))
        .on("/copy", redirect("/cookie?guccounter=1", "GUC=u1; Path=/", "A3=d=a3; Path=/"));
    assertEquals(103.0, yahoo.quotes(List.of("AAPL")).found().get("AAPL").getClose());
    RecordedRequest posted = server.requests("/collect").get(1);
    assertEquals("POST", posted.getMethod());
    assertEquals(
        "csrfToken=t0ken%3D%26&sessionId=s3ssion"
            + "&originalDoneUrl=https%3A%2F%2Ffinance.yahoo.com%2F%3Fa%3D1&agree=agree",
        posted.getBody().utf8());
    assertEquals("s3ssion", posted.getUrl().queryParameter("sessionId"));
    assertEquals("GUCS=g1", posted.getHeaders().get("Cookie"));
    assertEquals(1, server.requests("/cookie").size(), "the page behind is of no use");
    assertEquals(
        "GUCS=g1; CFC=c1; GUC=u1; A3=d=a3",
        server.requests("/v1/test/getcrumb").get(0).getHeaders().get("Cookie"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://consent.example.org/",
        "https://notyahoo.com/",
        "https://yahoo.com.example.org/",
        "http://consent.yahoo.com/",
        "http://127.0.0.1:1/consent",
        "ftp://consent.yahoo.com/"
      })
  void noStepLeavesYahoo(String elsewhere) throws Exception {
    server.on("/cookie", redirect(elsewhere, "GUCS=g1"));
    ProviderException failure = failure();
    assertEquals(FailureKind.MALFORMED, failure.kind());
    assertTrue(failure.getMessage().contains("a page of consent leads to"), failure.getMessage());
  }

  @Test
  void pagesThatGoRoundInCirclesAreGivenUp() throws Exception {
    server.on("/cookie", redirect("/cookie"));
    assertTrue(failure().getMessage().contains("go round in circles"));
    assertEquals(8, server.requests("/cookie").size());
  }

  @Test
  void noSecretOfTheFormIsInALogOrMessage() throws Exception {
    server
        .on("/cookie", redirect("/collect?sessionId=s3ssion", "GUCS=g1gucs"))
        .on("/collect", FORM)
        .on("/collect", 503, "down s3ssion t0ken=& g1gucs");
    try (LogTape tape = new LogTape()) {
      String message = failure().getMessage();
      for (String secret : List.of("s3ssion", "t0ken", "g1gucs")) {
        assertFalse(message.contains(secret), message);
        assertFalse(tape.all().contains(secret), tape::all);
      }
    }
  }

  @Test
  void aPageWithoutTheTokenHasNoForm() {
    assertTrue(ConsentForm.find("<form action=\"/q\"><input type=\"text\"></form>").isEmpty());
    assertTrue(ConsentForm.find("<html>404</html>").isEmpty());
    ConsentForm form =
        ConsentForm.find(
                "<FORM action=\"/to\"><input type=\"hidden\" name=\"csrfToken\" value=\"\"></FORM>")
            .orElseThrow();
    assertEquals(new ConsentForm("/to", Map.of("csrfToken", "")), form);
  }

  private ProviderException failure() throws InterruptedException {
    return yahoo.quotes(List.of("AAPL")).failed().get("AAPL");
  }

  private static MockResponse redirect(String location, String... cookies) {
    MockResponse.Builder answer = new MockResponse.Builder().code(302);
    answer.addHeader("Location", location);
    for (String cookie : cookies) {
      answer.addHeader("Set-Cookie", cookie);
    }
    return answer.build();
  }
}
