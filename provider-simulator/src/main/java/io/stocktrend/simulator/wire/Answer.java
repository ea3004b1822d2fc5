package io.stocktrend.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer before it is sent.
 *
 * @param headers in the order they are sent; a name may occur several times
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a body is written as it is
public record Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {

  public static final String JSON = "application/json;charset=utf-8";
  public static final String TEXT = "text/plain;charset=utf-8";
  public static final String HTML = "text/html;charset=utf-8";

  /** A JSON answer. */
  public static Answer json(int status, JsonNode body) {
    return of(status, JSON, body.toString());
  }

  /** A plain text answer. */
  public static Answer text(int status, String body) {
    return of(status, TEXT, body);
  }

  /** An answer of this content type. */
  public static Answer of(int status, String contentType, String body) {
    return new Answer(
        status,
        List.of(Map.entry("Content-Type", contentType)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** This answer with one more header. */
  public Answer with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Answer(status, List.copyOf(more), body);
  }

  /** This answer with another body. */
  public Answer withBody(byte[] other) {
    return new Answer(status, headers, other);
  }

  /** The body as text. */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
