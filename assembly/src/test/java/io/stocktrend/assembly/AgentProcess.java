package io.stocktrend.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * An agent, or any command, as a process of its own in a working folder; what it prints goes to the
 * files {@code <name>.out} and {@code <name>.err} there. Closing it kills it.
 */
public final class AgentProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  private final Process process;
  private final Path out;
  private final Path err;

  private AgentProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts a command; the variables are added to the environment. */
  public static AgentProcess start(
      Path workingFolder, String name, Map<String, String> environment, List<String> command)
      throws IOException {
    Path out = workingFolder.resolve(name + ".out");
    Path err = workingFolder.resolve(name + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingFolder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().keySet().removeIf(key -> key.startsWith("STOCKTREND_"));
    builder.environment().put("JAVA_HOME", javaHome());
    // None lives long enough for the second compiler to pay.
    builder.environment().put("JAVA_OPTS", FIRST_COMPILER);
    builder.environment().put("STOCKTREND_OPTS", FIRST_COMPILER);
    builder.environment().putAll(environment);
    return new AgentProcess(builder.start(), out, err);
  }

  /** The Java that agents run on: that of {@code -Dstocktrend.javaHome}, else this one. */
  public static String javaHome() {
    return System.getProperty("stocktrend.javaHome", System.getProperty("java.home"));
  }

  public long pid() {
    return process.pid();
  }

  /** Whether the Java of {@link #javaHome()} runs it, once it is no shell any more. */
  public boolean isRunByJavaHome() throws IOException {
    Path java = Path.of(process.info().command().orElseThrow());
    return java.toRealPath().startsWith(Path.of(javaHome()).toRealPath());
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed on standard output, where the log goes too. */
  public String out() {
    return read(out);
  }

  public String err() {
    return read(err);
  }

  /** Waits until its output holds the text. */
  public void awaitOutput(String text) {
    await(() -> out().contains(text), "the output '" + text + "'");
  }

  /** Waits for a condition, as long as the process lives. */
  public void await(BooleanSupplier condition, String what) {
    await(condition, what, PATIENCE);
  }

  /** The same with another patience. */
  public void await(BooleanSupplier condition, String what, Duration patience) {
    awaitOrEnd(condition, what, patience);
    if (!condition.getAsBoolean()) {
      throw new AssertionError("No " + what + " before the end\n" + out() + err());
    }
  }

  /** Waits for a condition, or for the end of the process. */
  void awaitOrEnd(BooleanSupplier condition, String what, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean() && process.isAlive()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("No " + what + " in time\n" + out() + err());
      }
      pause();
    }
  }

  /** Waits for the end and returns the exit code. */
  public int awaitExit() throws InterruptedException {
    return awaitExit(PATIENCE);
  }

  /** The same with another patience. */
  public int awaitExit(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("No end in time\n" + out() + err());
    }
    return process.exitValue();
  }

  /** Sends SIGTERM, waits for the end, and returns how long that took. */
  public Duration terminate() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    awaitExit();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Sends SIGKILL and waits for the end. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitExit();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting", e);
    }
  }
}
