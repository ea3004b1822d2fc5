package io.stocktrend.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code stocktrend simulate}: runs the simulator until SIGTERM or SIGINT; exit 0 stopped, 1
 * failed, 2 wrong usage.
 */
public final class SimulatorMain {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final Consumer<ProviderSimulator> whenReady;

  /**
   * A command that writes to these streams.
   *
   * @param whenReady called once before the base URL is printed
   */
  SimulatorMain(PrintStream out, PrintStream err, Consumer<ProviderSimulator> whenReady) {
    this.out = out;
    this.err = err;
    this.whenReady = whenReady;
  }

  public static void main(String[] arguments) throws InterruptedException {
    SimulatorMain main = new SimulatorMain(System.out, System.err, SimulatorMain::stopOnSignal);
    Started started = main.start(arguments);
    if (started.simulator().isEmpty()) {
      System.exit(started.exitCode());
    }
    Thread.currentThread().join();
  }

  /**
   * What became of a command line.
   *
   * @param simulator running, or empty where there is nothing to wait for
   */
  record Started(Optional<ProviderSimulator> simulator, int exitCode) {}

  /** Starts what the arguments ask for; help and errors are printed. */
  Started start(String... arguments) {
    try {
      SimulateArguments parsed = SimulateArguments.parse(arguments);
      if (parsed.isHelp()) {
        out.println(SimulateArguments.USAGE);
        return new Started(Optional.empty(), 0);
      }
      return new Started(Optional.of(run(parsed)), 0);
    } catch (UsageException | IllegalArgumentException e) {
      return failed(WRONG_USAGE, e.getMessage());
    } catch (IOException e) {
      return failed(FAILED, e.getMessage());
    }
  }

  private ProviderSimulator run(SimulateArguments arguments) throws UsageException, IOException {
    ProviderSimulator simulator = ProviderSimulator.start(options(arguments));
    Optional<String> file = arguments.text("--providers-file");
    try {
      if (file.isPresent()) {
        ProvidersFile.write(Path.of(file.get()), simulator.providersProperties());
      }
    } catch (IOException e) {
      simulator.close();
      throw new IOException(
          "cannot write --providers-file " + file.get() + ": give a file in a writable folder", e);
    }
    whenReady.accept(simulator);
    out.println(simulator.baseUrl());
    return simulator;
  }

  private static SimulatorOptions options(SimulateArguments arguments)
      throws UsageException, IOException {
    return SimulatorOptions.defaults()
        .withPort((int) arguments.number("--port", 0, 0, 65_535))
        .withSeed(arguments.number("--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE))
        .withLatency(Duration.ofMillis(arguments.number("--latency", 0, 0, 600_000)))
        .withFaults(faults(arguments));
  }

  private static List<Fault> faults(SimulateArguments arguments) throws IOException {
    Optional<String> file = arguments.text("--faults");
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      return FaultFile.read(Path.of(file.get()));
    } catch (IOException e) {
      throw new IOException(
          "cannot read --faults " + file.get() + ": give a JSON file that exists and is readable",
          e);
    }
  }

  private Started failed(int exitCode, String message) {
    err.println("simulate: " + message);
    return new Started(Optional.empty(), exitCode);
  }

  private static void stopOnSignal(ProviderSimulator simulator) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator)));
  }

  private static void stop(ProviderSimulator simulator) {
    simulator.close();
    // Being stopped is how this command ends: without this the JVM would exit with 128 + signal.
    Runtime.getRuntime().halt(0);
  }
}
