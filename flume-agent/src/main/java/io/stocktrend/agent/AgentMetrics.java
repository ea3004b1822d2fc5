package io.stocktrend.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The figures that a running agent serves.
 *
 * @param beans by Flume's name of the component, e.g. {@code SOURCE.quotes}
 */
record AgentMetrics(JsonNode beans) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** What the agent of that card serves now; nothing if it does not run. */
  static Optional<AgentMetrics> of(AgentCard card) throws InterruptedException {
    if (card.port() <= 0) {
      return Optional.empty();
    }
    URI uri = URI.create("http://127.0.0.1:" + card.port() + "/metrics.json");
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      String text =
          client
              .send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString())
              .body();
      JsonNode beans = JSON.readTree(text);
      // Another process may have the port by now.
      boolean isHis = beans.path("PROCESS").path("Pid").asLong() == card.pid();
      return isHis ? Optional.of(new AgentMetrics(beans)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A figure of a component; 0 if there is none. */
  long figure(String component, String name) {
    return beans.path(component).path(name).asLong();
  }

  /**
   * What the limits of 24 hours leave a source, by provider; those without a limit are left out.
   */
  Map<String, Integer> quotaLeft(String source) {
    Map<String, Integer> left = new TreeMap<>();
    for (JsonNode bean : beans) {
      boolean isOfSource = bean.path("Source").asText().equals(source);
      if (isOfSource && bean.path("QuotaLeft").asInt(-1) >= 0) {
        left.put(bean.path("Provider").asText(), bean.path("QuotaLeft").asInt());
      }
    }
    return left;
  }

  /** Whether a source leaves a provider alone for now. */
  boolean leavesAnyAlone(String source) {
    for (JsonNode bean : beans) {
      if (bean.path("Source").asText().equals(source) && bean.path("LeftAlone").asInt() > 0) {
        return true;
      }
    }
    return false;
  }
}
