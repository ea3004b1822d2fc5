package io.stocktrend.sink;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A process of its own with this test's class path. */
public final class ChildJvm {
  private final String classPath;
  private final List<String> options = new ArrayList<>();
  private int exitCode;
  private String output;

  private ChildJvm(String classPath) {
    this.classPath = classPath;
  }

  public static ChildJvm create() {
    return new ChildJvm(System.getProperty("java.class.path"));
  }

  /** A child whose class path lacks every entry that holds this word. */
  public static ChildJvm without(String word) {
    return new ChildJvm(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains(word))
            .collect(Collectors.joining(File.pathSeparator)));
  }

  public ChildJvm with(String option) {
    options.add(option);
    return this;
  }

  /** Runs the class's main method to its end. */
  public ChildJvm start(Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    Process process = process(main, arguments);
    output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    exitCode = process.waitFor();
    return this;
  }

  /** Runs the class's main method and kills it that long after it has printed the line. */
  public ChildJvm killAfter(String line, Duration delay, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    Process process = process(main, arguments);
    StringBuilder read = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String next = lines.readLine();
      while (next != null && !next.equals(line)) {
        read.append(next).append('\n');
        next = lines.readLine();
      }
      Thread.sleep(delay.toMillis());
      process.destroyForcibly();
      exitCode = process.waitFor();
    }
    output = read.toString();
    return this;
  }

  private Process process(Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.addAll(options);
    command.add(main.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  public int exitCode() {
    return exitCode;
  }

  public String output() {
    return output;
  }
}
