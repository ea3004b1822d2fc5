package io.stocktrend.simulator.fred;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;

/** Writes an answer as JSON where it is asked for, else as XML with the same names. */
final class FredFormat {

  private static final String XML = "text/xml; charset=UTF-8";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n";

  private FredFormat() {}

  /**
   * @param list the member that holds the rows, and the name of the XML document
   * @param row the name of a row in XML
   */
  static Answer answer(Request request, ObjectNode json, String list, String row) {
    if (isJson(request)) {
      return Answer.json(200, json);
    }
    StringBuilder xml = new StringBuilder(HEAD);
    xml.append('<').append(list).append(attributes(json)).append(">\n");
    for (JsonNode each : json.path(list)) {
      xml.append("  <").append(row).append(attributes(each)).append("/>\n");
    }
    return Answer.of(200, XML, xml.append("</").append(list).append(">\n").toString());
  }

  static Answer refusal(Request request, FredRefusal refusal) {
    if (isJson(request)) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("error_code", 400).put("error_message", refusal.getMessage());
      return Answer.json(400, json);
    }
    String message = escaped(refusal.getMessage());
    return Answer.of(400, XML, HEAD + "<error code=\"400\" message=\"" + message + "\" />\n\n\n\n");
  }

  private static boolean isJson(Request request) {
    return request.parameter("file_type").filter("json"::equals).isPresent();
  }

  private static String attributes(JsonNode json) {
    StringBuilder text = new StringBuilder();
    Iterable<String> members = json::fieldNames;
    for (String member : members) {
      if (json.get(member).isValueNode()) {
        String value = escaped(json.get(member).asText());
        text.append(' ').append(member).append("=\"").append(value).append('"');
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
