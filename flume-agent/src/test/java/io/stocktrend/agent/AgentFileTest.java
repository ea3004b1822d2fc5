package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentFileTest {
  @TempDir Path folder;

  @Test
  void theOnlyAgentNeedsNoName() throws Exception {
    AgentFile file = AgentText.read(folder, AgentText.GOOD);
    assertEquals("raw", file.agent(Optional.empty()));
  }

  @Test
  void severalAgentsAreNamedForTheChoice() throws Exception {
    AgentFile file = AgentText.read(folder, AgentText.and("context.sources = news"));
    var refusal = assertThrows(RefusedStartException.class, () -> file.agent(Optional.empty()));
    assertTrue(refusal.getMessage().endsWith("choose with -n from context, raw"));
    assertEquals("context", file.agent(Optional.of("context")));
  }

  @Test
  void anUnknownAgentIsRefusedWithTheNamesOfTheFile() throws Exception {
    AgentFile file = AgentText.read(folder, AgentText.GOOD);
    var refusal = assertThrows(RefusedStartException.class, () -> file.agent(Optional.of("rawe")));
    assertTrue(refusal.getMessage().endsWith("no agent 'rawe': choose with -n from raw"));
  }

  @Test
  void aFileWithoutAnAgentIsRefused() throws Exception {
    AgentFile file = AgentText.read(folder, "# nothing\n");
    assertThrows(RefusedStartException.class, () -> file.agent(Optional.empty()));
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("no such.properties");
    var refusal = assertThrows(RefusedStartException.class, () -> AgentFile.read(missing));
    assertEquals(
        "the agent file " + missing + " is not there or not a file: correct its path",
        refusal.getMessage());
  }

  @Test
  void aBrokenEscapeIsRefusedAndNotHalfRead() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.properties"), "raw.sources = \\u00g1");
    var refusal = assertThrows(RefusedStartException.class, () -> AgentFile.read(broken));
    assertEquals(
        "a backslash and a u are not followed by four hexadecimal digits: write two backslashes for"
            + " one ("
            + broken
            + ":1)",
        refusal.getMessage());
  }

  @Test
  void listsMayHoldVariables() throws Exception {
    System.setProperty("agent.file.test", "numbers more");
    try {
      AgentFile file =
          AgentText.read(
              folder,
              AgentText.with("raw.sources = numbers", "raw.sources = ${sys:agent.file.test}"));
      assertEquals(
          List.of(new Component(Kind.SOURCE, "numbers"), new Component(Kind.SOURCE, "more")),
          file.listed("raw", Kind.SOURCE));
    } finally {
      System.clearProperty("agent.file.test");
    }
  }
}
