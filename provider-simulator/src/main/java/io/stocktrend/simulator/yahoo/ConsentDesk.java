package io.stocktrend.simulator.yahoo;

import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import java.util.List;
import java.util.Map;

/**
 * The way that visitors from Europe are led before they get their cookies: to a page with a form,
 * and only once it is agreed to, on to the cookies. All of Yahoo's hosts are played by one.
 */
final class ConsentDesk {

  private static final String SESSION = "sessionId=3_cc-session_synthetic";
  private static final String TOKEN = "synthetic=token&1";
  private static final String PAGE =
      """
      <!DOCTYPE html><html><body><p>Synthetic page of consent</p>
      <form method="post" class="consent-form" action="">
        <input type="hidden" name="csrfToken" value="synthetic&#x3D;token&amp;1">
        <input type="hidden" name="sessionId" value="3_cc-session_synthetic">
        <input type="hidden" name="originalDoneUrl" value="%s?guccounter&#x3D;1">
        <input type="hidden" name="namespace" value="yahoo">
        <button type="submit" class="btn" name="agree" value="agree">Accept all</button>
        <button type="submit" class="btn" name="reject" value="reject">Reject all</button>
      </form>
      <input type="hidden" data-beacon="/beacon" /></body></html>
      """;

  private final String root;
  private final CrumbDesk crumbs;

  ConsentDesk(String root, CrumbDesk crumbs) {
    this.root = root;
    this.crumbs = crumbs;
  }

  List<Route> routes() {
    return List.of(
        route("cookieEu", "/cookieEu", this::cookiePage),
        route("consent", "/guce/consent", this::consent),
        route("collectConsent", "/consent/v2/collectConsent", this::form).takingForms(),
        route("copyConsent", "/guce/copyConsent", this::copy));
  }

  private Route route(String name, String path, Handler handler) {
    return Route.at("yahoo." + name, root + path, handler, request -> Answer.text(200, ""));
  }

  private Answer cookiePage(Request request) {
    String consent = "/guce/consent?brandType=nonEu&gcrumb=synthetic&done=" + root + "/cookieEu";
    return redirect(307, consent).with("Set-Cookie", "GUCS=synthetic; Max-Age=1800; Path=/");
  }

  private Answer consent(Request request) {
    boolean isLed = request.cookie("GUCS").isPresent() && request.parameter("gcrumb").isPresent();
    return isLed ? redirect(302, "/consent/v2/collectConsent?" + SESSION) : refused();
  }

  private Answer form(Request request) {
    if (request.parameter("sessionId").isEmpty()) {
      return refused();
    }
    if (request.form().isEmpty()) {
      return Answer.of(200, Answer.HTML, PAGE.formatted(root + "/cookieEu"));
    }
    boolean isAgreed =
        TOKEN.equals(request.form().get("csrfToken"))
            && request.form().containsKey("originalDoneUrl")
            && "agree".equals(request.form().get("agree"));
    return isAgreed
        ? redirect(302, "/guce/copyConsent?" + SESSION + "&lang=en-GB")
            .with("Set-Cookie", "CFC=synthetic; Path=/")
        : refused();
  }

  private Answer copy(Request request) {
    if (request.cookie("CFC").isEmpty()) {
      return refused();
    }
    Answer answer = redirect(302, "/cookieEu?guccounter=1");
    for (Map.Entry<String, String> header : crumbs.cookiePage(200).headers()) {
      if (header.getKey().equals("Set-Cookie")) {
        answer = answer.with(header.getKey(), header.getValue());
      }
    }
    return answer.with("Set-Cookie", "GUC=synthetic; Path=/");
  }

  private Answer redirect(int status, String target) {
    return Answer.text(status, "").with("Location", root + target);
  }

  private static Answer refused() {
    return Answer.of(400, Answer.HTML, "<html><body>Synthetic refusal</body></html>");
  }
}
