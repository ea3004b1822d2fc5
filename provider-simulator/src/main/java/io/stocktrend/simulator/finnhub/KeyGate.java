package io.stocktrend.simulator.finnhub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import java.util.Optional;

/** Asks for a key, any but {@code invalid}, and counts the minute's calls; it never refuses one. */
final class KeyGate {

  private static final int LIMIT = 60;
  private static final long WINDOW_SECONDS = 60;

  private long window;
  private int calls;

  Handler guard(Handler handler) {
    return request -> admit(request, handler);
  }

  private Answer admit(Request request, Handler handler) {
    Optional<String> key =
        request
            .parameter("token")
            .or(() -> request.header("X-Finnhub-Token"))
            .filter(k -> !k.isBlank());
    if (key.isEmpty()) {
      return Answer.text(
          429, "API limit reached. Please sign up for a free account to continue using the API");
    }
    if (key.get().equals("invalid")) {
      return Answer.json(
          401, JsonNodeFactory.instance.objectNode().put("error", "Invalid API key"));
    }
    return counted(handler.answer(request), request.receivedAt().getEpochSecond());
  }

  private synchronized Answer counted(Answer answer, long second) {
    long current = Math.floorDiv(second, WINDOW_SECONDS);
    calls = current == window ? calls + 1 : 1;
    window = current;
    return answer
        .with("X-Ratelimit-Limit", Integer.toString(LIMIT))
        .with("X-Ratelimit-Remaining", Integer.toString(Math.max(0, LIMIT - calls)))
        .with("X-Ratelimit-Reset", Long.toString((current + 1) * WINDOW_SECONDS));
  }
}
