package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person gets who presses the tab key in a real shell, on a terminal of its own. */
class CompletionIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash --noprofile --norc -i", "zsh -f -i"})
  void theTabKeyCompletesCommandsOptionsDatasetsAndFormats(String shell) throws Exception {
    for (String program : List.of("script", shell.replaceFirst(" .*", ""))) {
      Assumptions.assumeTrue(isInstalled(program), "needs " + program);
    }
    String screen =
        type(shell, "fea", "query --all-v", "schema pol", "sql --format jsonl x --outp");
    for (String asked :
        List.of(
            "features",
            "query --all-versions",
            "schema policy_data",
            "sql --format jsonl x --output")) {
      assertTrue(screen.contains("asked <" + asked + ">"), screen);
    }
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** What stands on the terminal after the tab and the enter key were pressed behind each text. */
  private String type(String shell, String... texts) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("script"), CommandRun.of("completion").out());
    Path screen = folder.resolve("screen");
    ProcessBuilder builder = new ProcessBuilder("script", "-qfc", shell, "/dev/null");
    builder.environment().put("TERM", "dumb");
    builder.environment().put("HOME", folder.toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(screen.toFile()).start();
    try (OutputStream keys = process.getOutputStream()) {
      press(keys, "source '" + script + "'; stocktrend() { echo \"asked <$*>\"; }\n");
      press(keys, "echo is-$((6 * 7))\n");
      await(screen, "is-42");
      for (String text : texts) {
        press(keys, "stocktrend " + text + "\t");
        Thread.sleep(500);
        press(keys, "\n");
      }
      press(keys, "exit\n");
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> read(screen));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return read(screen);
  }

  private static void press(OutputStream keys, String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  private static void await(Path screen, String text) throws InterruptedException {
    for (int i = 0; i < 600 && !read(screen).contains(text); i++) {
      Thread.sleep(100);
    }
  }

  private static String read(Path screen) {
    try {
      return Files.readString(screen, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
