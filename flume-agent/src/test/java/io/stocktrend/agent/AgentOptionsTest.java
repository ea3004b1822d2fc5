package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgentOptionsTest {
  @Test
  void theFileAloneIsEnough() throws Exception {
    AgentOptions options = AgentOptions.parse("-f", "conf/raw.properties");
    assertEquals(
        new AgentOptions(
            Optional.empty(), Path.of("conf/raw.properties"), Optional.of(Duration.ofSeconds(30))),
        options);
  }

  @Test
  void theLongNamesOfFlumeWork() throws Exception {
    AgentOptions options =
        AgentOptions.parse(
            "--name", "raw", "--conf-file", "a b.properties", "--poll-interval", "2");
    assertEquals(Optional.of("raw"), options.name());
    assertEquals(Path.of("a b.properties"), options.file());
    assertEquals(Optional.of(Duration.ofSeconds(2)), options.reloadEvery());
  }

  @Test
  void reloadingCanBeTurnedOff() throws Exception {
    AgentOptions options = AgentOptions.parse("-f", "x", "--no-reload-conf");
    assertEquals(Optional.empty(), options.reloadEvery());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-n raw", "-f x -i 0", "-f x -i soon", "-f x -z host", "-f x y"})
  void wrongUseIsRefusedInOneLineThatNamesTheHelp(String line) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ");
    var refusal = assertThrows(RefusedStartException.class, () -> AgentOptions.parse(args));
    assertEquals(1, refusal.errors().size());
    assertTrue(refusal.getMessage().endsWith("see 'flume-ng help'"), refusal.getMessage());
  }

  @Test
  void helpIsAskedForAnywhere() {
    assertTrue(AgentOptions.asksForHelp("-f", "x", "--help"));
  }
}
