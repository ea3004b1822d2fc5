package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service files start what the distribution has, as an ordinary user. */
final class ServiceFilesIT {
  private static final String INSTALLED = "/opt/stocktrend";

  private final DistributionHome home = DistributionHome.built();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"raw", "context"})
  void aUnitStartsTheAgentThatItIsNamedFor(String agent) throws Exception {
    Path file = home.folder().resolve("systemd/stocktrend-" + agent + ".service");
    List<String> unit = Files.readAllLines(file);
    String start = value(unit, "ExecStart");
    assertTrue(start.contains(" -n " + agent + " "), start);
    assertStarts(Arrays.asList(start.split(" ")));
    assertEquals("stocktrend", value(unit, "User"));
    assertEquals("strict", value(unit, "ProtectSystem"));
    assertEquals("2", value(unit, "RestartPreventExitStatus"));
  }

  @Test
  void theContainerStartsAnAgentAsAnOrdinaryUser() throws Exception {
    List<String> lines = Files.readAllLines(Path.of("container/Containerfile"));
    List<String> command =
        lines.stream()
            .filter(line -> line.startsWith("ENTRYPOINT ") || line.startsWith("CMD "))
            .flatMap(line -> Pattern.compile("\"([^\"]*)\"").matcher(line).results())
            .map((MatchResult word) -> word.group(1))
            .toList();
    assertStarts(command);
    assertTrue(lines.contains("USER 10001"), lines::toString);
  }

  /** Every file of the home is there, and the launcher understands the options. */
  private void assertStarts(List<String> command) throws IOException, InterruptedException {
    List<String> words =
        command.stream().map(word -> word.replace(INSTALLED, home.folder().toString())).toList();
    for (String word : words) {
      assertTrue(!word.startsWith("/") || Files.exists(Path.of(word)), word);
    }
    String[] arguments = words.subList(1, words.size()).toArray(String[]::new);
    String[] dry = Arrays.copyOf(arguments, arguments.length + 1);
    dry[arguments.length] = "-d";
    try (AgentProcess launcher = home.flumeNg(folder, dry)) {
      assertEquals(0, launcher.awaitExit(), launcher::err);
      assertTrue(launcher.out().contains("io.stocktrend.agent.AgentMain"), launcher.out());
    }
  }

  private static String value(List<String> unit, String key) {
    return unit.stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
