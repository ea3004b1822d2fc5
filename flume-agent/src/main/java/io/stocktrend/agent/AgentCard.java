package io.stocktrend.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.record.DurableFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an agent leaves in the state folder of its sources, so that {@code stocktrend status} finds
 * it: the file {@code agent-NAME.json}, which stays when the agent has gone.
 *
 * @param port of its metrics on 127.0.0.1; -1 if it serves none
 * @param quarantines the folders of what its sinks set aside
 */
record AgentCard(String agent, long pid, int port, List<String> sources, List<String> quarantines) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Replaces the card of the agent in that folder. */
  void write(Path stateDir) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("agent", agent);
    root.put("pid", pid);
    root.put("port", port);
    sources.forEach(root.putArray("sources")::add);
    quarantines.forEach(root.putArray("quarantines")::add);
    DurableFiles.replace(file(stateDir), JSON.writeValueAsBytes(root));
  }

  private Path file(Path stateDir) {
    return stateDir.resolve("agent-" + agent + ".json");
  }

  /** The cards of that folder by the agents' names; one that cannot be read is an error. */
  static List<AgentCard> readAll(Path stateDir) throws IOException {
    List<AgentCard> cards = new ArrayList<>();
    if (!Files.isDirectory(stateDir)) {
      return cards;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(stateDir, "agent-*.json")) {
      for (Path file : files) {
        cards.add(of(JSON.readTree(Files.readAllBytes(file))));
      }
    }
    cards.sort(Comparator.comparing(AgentCard::agent));
    return cards;
  }

  private static AgentCard of(JsonNode root) {
    return new AgentCard(
        root.path("agent").asText(),
        root.path("pid").asLong(),
        root.path("port").asInt(),
        texts(root.path("sources")),
        texts(root.path("quarantines")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
