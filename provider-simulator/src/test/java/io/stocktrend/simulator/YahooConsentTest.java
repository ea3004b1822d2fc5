package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class YahooConsentTest {
  private static final String FIELDS =
      "csrfToken=synthetic%3Dtoken%261&sessionId=3_cc-session_synthetic&originalDoneUrl=x&agree=";

  @AutoClose private final Probe probe = Probe.open();

  @Test
  void onlyWhoAgreesGetsTheCookies() {
    HttpResponse<String> first = probe.get("/yahoo/cookieEu");
    assertEquals(307, first.statusCode());
    assertEquals(List.of("GUCS=synthetic"), cookies(first));
    String consent = location(first);
    assertEquals(400, probe.get(consent).statusCode(), "without the cookie");
    HttpResponse<String> second = probe.get(consent, "Cookie", "GUCS=synthetic");
    assertEquals(302, second.statusCode());
    String form = location(second);
    assertTrue(probe.get(form).body().contains("name=\"csrfToken\" value=\"synthetic&#x3D;"));
    assertEquals(400, post(form, FIELDS + "no").statusCode());
    HttpResponse<String> agreed = post(form, FIELDS + "agree");
    assertEquals(302, agreed.statusCode());
    HttpResponse<String> last = probe.get(location(agreed), "Cookie", cookies(agreed).get(0));
    assertEquals(
        List.of("A1", "A3", "GUC"), cookies(last).stream().map(c -> c.split("=", 2)[0]).toList());
    String crumb = probe.get("/yahoo/v1/test/getcrumb", "Cookie", cookies(last).get(1)).body();
    assertEquals(11, crumb.length());
  }

  @Test
  void aFormIsTakenNowhereElse() {
    assertEquals(405, post("/yahoo/cookieEu", FIELDS).statusCode());
  }

  private HttpResponse<String> post(String path, String form) {
    return probe.send(
        HttpRequest.newBuilder(URI.create(probe.simulator.baseUrl() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static List<String> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .toList();
  }
}
