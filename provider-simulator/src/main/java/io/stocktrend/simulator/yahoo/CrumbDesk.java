package io.stocktrend.simulator.yahoo;

import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Hands out cookies and the one crumb that belongs to each, and checks both. */
final class CrumbDesk {

  /** With the two characters that must be escaped in a query. */
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./";

  private static final int CRUMB_LENGTH = 11;
  private static final String ATTRIBUTES = "; Max-Age=31557600; Path=/; HttpOnly; SameSite=Lax";

  private final long seed;
  private final AtomicLong visitors = new AtomicLong();

  CrumbDesk(long seed) {
    this.seed = seed;
  }

  Answer cookiePage(int status) {
    String value = "d=AQABBE" + token(visitors.incrementAndGet(), 24) + "&S=AQAAAl";
    return Answer.of(status, Answer.HTML, "<html><body>Synthetic cookie page</body></html>")
        .with("Set-Cookie", "A1=" + value + ATTRIBUTES)
        .with("Set-Cookie", "A3=" + value + ATTRIBUTES);
  }

  Answer crumb(Request request) {
    return visitor(request)
        .map(cookie -> Answer.text(200, crumbOf(cookie)))
        .map(answer -> answer.with("Cache-Control", "private, max-age=60"))
        .orElseGet(YahooRefusals::invalidCookie);
  }

  Handler guard(Handler handler) {
    return request -> isAdmitted(request) ? handler.answer(request) : YahooRefusals.invalidCrumb();
  }

  private boolean isAdmitted(Request request) {
    Optional<String> crumb = request.parameter("crumb");
    return visitor(request).map(this::crumbOf).equals(crumb) && crumb.isPresent();
  }

  private static Optional<String> visitor(Request request) {
    return request
        .cookie("A3")
        .or(() -> request.cookie("A1"))
        .filter(c -> c.startsWith("d=AQABBE"));
  }

  private String crumbOf(String cookie) {
    return token(cookie.hashCode(), CRUMB_LENGTH);
  }

  private String token(long position, int length) {
    Random random = new Random(seed * 31 + position);
    StringBuilder token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return token.toString();
  }
}
