package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YahooCrumbTest {
  private static final String QUOTE = "/yahoo/v7/finance/quote?symbols=";
  private static final String CRUMB = "/yahoo/v1/test/getcrumb";

  @AutoClose private final Probe probe = Probe.open();

  @Test
  void aCrumbIsElevenCharactersOfPlainText() {
    HttpResponse<String> crumb = probe.get(CRUMB, "Cookie", probe.cookie("/yahoo/cookie"));
    assertEquals(11, crumb.body().length());
    assertTrue(crumb.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
  }

  @Test
  void someCrumbsMustBeEscapedInAQuery() {
    boolean special = false;
    for (int visitor = 0; visitor < 60 && !special; visitor++) {
      String crumb = probe.get(CRUMB, "Cookie", probe.cookie("/yahoo/cookie")).body();
      special = !Probe.escaped(crumb).equals(crumb);
    }
    assertTrue(special);
  }

  @Test
  void thereIsNoCrumbWithoutACookie() {
    HttpResponse<String> refused = probe.get(CRUMB);
    assertEquals(401, refused.statusCode());
    assertEquals("Invalid Cookie", description(refused));
  }

  @ParameterizedTest
  @CsvSource({"/yahoo/cookie, 200", "/yahoo/cookie404, 404"})
  void aCookiePageSetsTheCookiesWhateverItsStatus(String path, int status) {
    assertEquals(status, probe.get(path).statusCode());
    String cookie = probe.cookie(path);
    assertTrue(cookie.contains("A1=") && cookie.contains("A3="), cookie);
    assertEquals(200, probe.get(CRUMB, "Cookie", cookie).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {QUOTE + "AAPL", "/yahoo/v10/finance/quoteSummary/AAPL?modules=price"})
  void aCallWithoutTheCookiesOwnCrumbIsRefused(String path) {
    String cookie = probe.cookie("/yahoo/cookie");
    String other = probe.get(CRUMB, "Cookie", probe.cookie("/yahoo/cookie")).body();
    String crumb = probe.get(CRUMB, "Cookie", cookie).body();
    assertNotEquals(crumb, other);
    assertRefused(probe.get(path, "Cookie", cookie));
    assertRefused(probe.get(path + "&crumb=" + Probe.escaped(crumb)));
    assertRefused(probe.get(path + "&crumb=" + Probe.escaped(other), "Cookie", cookie));
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertEquals(401, answer.statusCode());
    assertTrue(description(answer).startsWith("Invalid Crumb"), answer.body());
  }

  private static String description(HttpResponse<String> answer) {
    return Probe.parse(answer.body()).at("/finance/error/description").asText();
  }
}
