package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Answers every request of a client within the process, and remembers when it came. */
final class RequestTimes {
  private static final MediaType JSON = MediaType.get("application/json");

  private final List<Long> millis = new ArrayList<>();
  private final Clock clock;

  RequestTimes(Clock clock) {
    this.clock = clock;
  }

  HttpCalls calls() {
    OkHttpClient.Builder builder =
        HttpCalls.builder(Duration.ofSeconds(5))
            .addInterceptor(
                chain -> {
                  note();
                  return new Response.Builder()
                      .request(chain.request())
                      .protocol(Protocol.HTTP_1_1)
                      .code(200)
                      .message("OK")
                      .body(ResponseBody.create("{}", JSON))
                      .build();
                });
    return new HttpCalls(builder, 1000);
  }

  private synchronized void note() {
    millis.add(clock.millis());
  }

  synchronized int count() {
    return millis.size();
  }

  /** In no span of that length, wherever it begins, were there more. */
  synchronized void assertAtMost(int limit, Duration span) {
    for (int i = 0; i + limit < millis.size(); i++) {
      long apart = millis.get(i + limit) - millis.get(i);
      int from = i;
      assertTrue(
          apart >= span.toMillis(),
          () -> (limit + 1) + " requests within " + apart + " ms from " + millis.get(from));
    }
  }
}
