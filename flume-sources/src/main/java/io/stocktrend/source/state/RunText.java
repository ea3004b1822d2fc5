package io.stocktrend.source.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.source.state.Run.Asked;
import io.stocktrend.source.state.Run.Outcome;
import io.stocktrend.source.state.Run.Rows;
import io.stocktrend.source.state.Run.Times;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lines of a {@link RunLog}, one JSON object each. */
final class RunText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunText() {}

  static String print(Run run) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("due", run.times().due().toString());
    root.put("start", run.times().start().toString());
    root.put("end", run.times().end().toString());
    root.put("next", run.times().next().toString());
    root.put("outcome", run.outcome().text());
    root.put("emitted", run.rows().emitted());
    root.put("unchanged", run.rows().unchanged());
    ObjectNode providers = root.putObject("providers");
    new TreeMap<>(run.providers())
        .forEach((name, asked) -> print(asked, providers.putObject(name)));
    ObjectNode failed = root.putObject("failed");
    new TreeMap<>(run.failed()).forEach((reason, items) -> addAll(failed.putArray(reason), items));
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void print(Asked asked, ObjectNode node) {
    ObjectNode requests = node.putObject("requests");
    new TreeMap<>(asked.requests()).forEach(requests::put);
    if (asked.leftToday() >= 0) {
      node.put("leftToday", asked.leftToday());
    }
  }

  private static void addAll(ArrayNode array, List<String> items) {
    items.forEach(array::add);
  }

  /** The run of a line; nothing if a crash or another hand has harmed it. */
  static Optional<Run> parse(String line) {
    try {
      return Optional.of(parse(JSON.readTree(line)));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Run parse(JsonNode root) {
    Times times =
        new Times(time(root, "due"), time(root, "start"), time(root, "end"), time(root, "next"));
    Map<String, Asked> providers = new TreeMap<>();
    root.path("providers")
        .fields()
        .forEachRemaining(each -> providers.put(each.getKey(), asked(each.getValue())));
    Map<String, List<String>> failed = new TreeMap<>();
    root.path("failed")
        .fields()
        .forEachRemaining(each -> failed.put(each.getKey(), texts(each.getValue())));
    return new Run(
        times,
        Outcome.valueOf(root.path("outcome").asText().toUpperCase(Locale.ROOT)),
        new Rows(root.path("emitted").asLong(), root.path("unchanged").asLong()),
        providers,
        failed);
  }

  private static Instant time(JsonNode root, String name) {
    return Instant.parse(root.path(name).asText());
  }

  private static Asked asked(JsonNode node) {
    Map<String, Long> requests = new TreeMap<>();
    node.path("requests")
        .fields()
        .forEachRemaining(each -> requests.put(each.getKey(), each.getValue().asLong()));
    return new Asked(requests, node.path("leftToday").asInt(-1));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
