package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.agent.BrokenAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every broken agent of the table through the launchers that users call, two at a time. */
final class BrokenAgentsIT {
  private static final String AGENT = "flume-ng";
  private static final String CHECK = "check";
  private static final String WARNS = "warns";
  // To compile well what ends at once costs more than it gives.
  private static final String HASTY = "-XX:TieredStopAtLevel=1";

  private final DistributionHome home = DistributionHome.built();
  private final ExecutorService launches = Executors.newFixedThreadPool(2);

  @TempDir Path folder;

  /** A broken agent in a folder of its own. */
  private record Trial(BrokenAgent broken, Path folder) {
    List<String> findings(String prefix) {
      return broken.findings(folder).stream().map(line -> prefix + line).toList();
    }
  }

  /** How a process ended and what it printed. */
  private record End(String exitCode, String out, String err) {}

  private interface Launch {
    End of(Trial trial) throws Exception;
  }

  private interface Verdict {
    void of(Trial trial, End end);
  }

  @AfterEach
  void launchNoMore() {
    launches.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> flumeNgRefusesThem() {
    return tests(
        rows().filter(row -> row.ends().getOrDefault(AGENT, WARNS).matches("\\d+")),
        trial -> end(launch(trial)),
        (trial, end) -> {
          assertEquals(trial.findings("flume-ng: "), end.err().lines().toList());
          assertEquals(trial.broken().ends().get(AGENT), end.exitCode());
        });
  }

  @TestFactory
  Stream<DynamicTest> flumeNgRunsThoseThatItOnlyWarnsOf() {
    return tests(
        rows().filter(row -> row.ends().getOrDefault(AGENT, "").equals(WARNS)),
        this::runAndStop,
        (trial, end) -> {
          assertEquals("0", end.exitCode(), end.err());
          trial.findings("").forEach(line -> assertTrue(end.out().contains(line), end.out()));
        });
  }

  /** The other ones are checked within the process of the command's own test. */
  @TestFactory
  Stream<DynamicTest> checkFindsWhatLiesInTheEnvironment() {
    return tests(
        rows().filter(row -> row.needsProcess() && row.ends().containsKey(CHECK)),
        trial -> end(launch(trial, "stocktrend", CHECK, trial.broken().file(trial.folder()))),
        (trial, end) -> {
          assertEquals(trial.findings("stocktrend: "), end.err().lines().toList());
          assertEquals(trial.broken().ends().get(CHECK), end.exitCode());
        });
  }

  private static Stream<BrokenAgent> rows() {
    return BrokenAgent.all().stream();
  }

  private Stream<DynamicTest> tests(Stream<BrokenAgent> rows, Launch launch, Verdict verdict) {
    List<DynamicTest> tests = new ArrayList<>();
    for (BrokenAgent broken : rows.toList()) {
      Trial trial = new Trial(broken, folder.resolve(broken.name()));
      Future<End> ended = launches.submit(() -> launch.of(trial));
      tests.add(DynamicTest.dynamicTest(broken.name(), () -> judge(trial, ended.get(), verdict)));
    }
    return tests.stream();
  }

  private static void judge(Trial trial, End end, Verdict verdict) {
    verdict.of(trial, end);
    assertFalse((end.out() + end.err()).contains("canary"), "a secret is shown");
  }

  private End runAndStop(Trial trial) throws Exception {
    try (AgentProcess process = launch(trial)) {
      process.awaitOutput("Agent raw runs");
      process.terminate();
      return end(process);
    }
  }

  private static End end(AgentProcess process) throws InterruptedException {
    try (process) {
      int exitCode = process.awaitExit();
      return new End(Integer.toString(exitCode), process.out(), process.err());
    }
  }

  private AgentProcess launch(Trial trial) throws IOException {
    List<String> words = new ArrayList<>(List.of("agent", HASTY));
    words.addAll(trial.broken().options(trial.folder()));
    return launch(trial, AGENT, words.toArray(String[]::new));
  }

  private AgentProcess launch(Trial trial, String launcher, String... words) throws IOException {
    Path own = Files.createDirectory(trial.folder());
    trial.broken().write(own);
    return home.run(own, launcher, trial.broken().environment(own), words);
  }
}
