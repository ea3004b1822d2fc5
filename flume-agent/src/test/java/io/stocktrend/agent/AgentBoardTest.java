package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentBoardTest {
  @TempDir Path folder;

  @Test
  void theCardOfAnAgentTellsWhereItIsToBeFound() throws Exception {
    show(AgentBoard.open("raw", new Properties()));
    List<AgentCard> cards = AgentCard.readAll(folder.resolve("state"));
    AgentCard card = cards.get(0);
    assertEquals("raw", card.agent());
    assertEquals(ProcessHandle.current().pid(), card.pid());
    assertEquals(List.of("movements", "quotes"), card.sources());
    assertEquals(List.of(folder.resolve("quarantine").toString()), card.quarantines());
    assertTrue(AgentMetrics.of(card).isPresent(), "its metrics are served there");
    assertFalse(Files.readString(folder.resolve("state/agent-raw.json")).contains("canary"));
  }

  @Test
  void aMonitoringTypeThatTheUserChoseIsLeftToFlume() throws Exception {
    Properties chosen = new Properties();
    chosen.setProperty("flume.monitoring.type", "http");
    show(AgentBoard.open("raw", chosen));
    AgentCard card = AgentCard.readAll(folder.resolve("state")).get(0);
    assertEquals(-1, card.port());
    assertTrue(AgentMetrics.of(card).isEmpty());
  }

  @Test
  void anAgentWithoutSourcesOfOursLeavesNoCard() throws Exception {
    Prepared prepared = new AgentProvider("raw").prepare(AgentText.read(folder, AgentText.GOOD));
    AgentBoard.open("raw", new Properties()).show(prepared);
    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("raw.properties")), files.toList());
    }
    prepared.discard();
  }

  private void show(AgentBoard board) throws Exception {
    Path file = BrokenAgent.NOT.write(folder);
    Prepared prepared = new AgentProvider("raw").prepare(AgentFile.read(file));
    assertEquals(List.of(), prepared.errors());
    board.show(prepared);
    prepared.discard();
  }
}
