package io.stocktrend.simulator;

import com.sun.net.httpserver.HttpExchange;
import io.stocktrend.simulator.wire.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ways in which an answer goes over the wire, well or badly. */
final class Exchange {

  private static final int CHUNK = 1 << 16;
  private static final byte[] PADDING_START = "{\"padding\":\"".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PADDING_END = "\"}".getBytes(StandardCharsets.UTF_8);

  private final HttpExchange http;

  Exchange(HttpExchange http) {
    this.http = http;
  }

  void send(Answer answer) throws IOException {
    byte[] body = answer.body();
    putHeaders(answer);
    http.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (OutputStream out = http.getResponseBody()) {
      out.write(body);
    }
  }

  /** Announces the whole body, sends half of it and closes the connection. */
  void cut(Answer answer) throws IOException {
    byte[] body = answer.body();
    putHeaders(answer);
    http.sendResponseHeaders(answer.status(), Math.max(2, body.length));
    OutputStream out = http.getResponseBody();
    out.write(body, 0, body.length / 2);
    out.flush();
    http.close();
  }

  /**
   * Sends JSON with so many bytes of padding, until the client gives up or the simulator closes.
   */
  void pour(Answer answer, int bytes, Closing closing) throws IOException {
    byte[] chunk = new byte[CHUNK];
    Arrays.fill(chunk, (byte) 'x');
    putHeaders(answer);
    http.sendResponseHeaders(answer.status(), 0);
    try (OutputStream out = http.getResponseBody()) {
      out.write(PADDING_START);
      long left = bytes;
      while (left > 0 && !closing.isClosing()) {
        out.write(chunk, 0, (int) Math.min(CHUNK, left));
        left -= CHUNK;
      }
      out.write(PADDING_END);
    }
  }

  /** Closes the connection without an answer. */
  void drop() {
    http.close();
  }

  private void putHeaders(Answer answer) {
    http.getResponseHeaders().add("X-Synthetic", "true");
    answer.headers().forEach(h -> http.getResponseHeaders().add(h.getKey(), h.getValue()));
  }
}
