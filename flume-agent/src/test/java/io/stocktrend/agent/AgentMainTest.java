package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AgentMainTest {
  private static final int REFUSED = 2;

  @TempDir Path folder;

  /** Those that need no process of their own, nor options of Java, which the launcher sorts out. */
  static List<BrokenAgent> brokenAgents() {
    return BrokenAgent.all().stream()
        .filter(broken -> !broken.needsProcess() && !broken.ends().containsValue("warns"))
        .filter(broken -> broken.options(Path.of("x")).stream().noneMatch(o -> o.startsWith("-D")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("brokenAgents")
  void aBrokenAgentIsRefusedWithALineForEachError(BrokenAgent broken) throws IOException {
    broken.write(folder);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exitCode;
    try (PrintStream err = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      exitCode = AgentMain.run(err, broken.options(folder).toArray(String[]::new));
    }
    List<String> wanted =
        broken.findings(folder).stream().map(line -> "flume-ng: " + line).toList();
    assertEquals(wanted, printed.toString(StandardCharsets.UTF_8).lines().toList());
    assertEquals(REFUSED, exitCode);
  }
}
