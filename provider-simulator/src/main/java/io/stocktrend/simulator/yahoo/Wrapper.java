package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.wire.Answer;
import java.util.List;

/** The envelope of Yahoo's answers: one member that holds {@code result} and {@code error}. */
final class Wrapper {

  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Wrapper() {}

  static Answer results(String name, List<? extends JsonNode> results) {
    ObjectNode body = JSON.objectNode();
    ObjectNode wrapper = body.putObject(name);
    wrapper.putArray("result").addAll(results);
    wrapper.putNull("error");
    return Answer.json(200, body).with("Cache-Control", "public, max-age=1");
  }

  static Answer error(int status, String name, String code, String description) {
    ObjectNode body = JSON.objectNode();
    ObjectNode wrapper = body.putObject(name);
    wrapper.putNull("result");
    wrapper.putObject("error").put("code", code).put("description", description);
    return Answer.json(status, body).with("Cache-Control", "max-age=0, private");
  }
}
