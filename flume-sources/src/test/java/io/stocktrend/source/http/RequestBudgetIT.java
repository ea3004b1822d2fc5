package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBudgetIT {
  private static final int DAY = 200;

  @TempDir private Path folder;

  private Process spender(int day) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Spender.class.getName(),
            folder.toString(),
            Integer.toString(day))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void aKilledProcessLeavesNothingThatItSentUncounted() throws Exception {
    int day = 1_000_000;
    int sent = 0;
    for (int kill = 1; kill <= 3; kill++) {
      Process process = spender(day);
      try (BufferedReader lines = process.inputReader()) {
        for (int i = 0; i < 40 * kill; i++) {
          assertEquals("sent", lines.readLine());
          sent++;
        }
        assertTrue(process.toHandle().destroyForcibly());
        while (lines.readLine() != null) {
          sent++;
        }
      }
      int counted = day - Spender.budget(folder, day).leftToday().orElseThrow();
      assertTrue(counted >= sent, "sent " + sent + ", counted " + counted);
      assertTrue(counted <= sent + kill, "sent " + sent + ", counted " + counted);
    }
  }

  @Test
  void twoProcessesShareOneDay() throws Exception {
    Process first = spender(DAY);
    Process second = spender(DAY);
    List<String> said = new ArrayList<>();
    for (Process process : List.of(first, second)) {
      try (BufferedReader lines = process.inputReader()) {
        said.addAll(lines.lines().toList());
      }
      assertEquals(0, process.waitFor());
    }
    assertEquals(DAY, said.stream().filter("sent"::equals).count());
    assertEquals(2, said.stream().filter("QUOTA"::equals).count());
  }
}
