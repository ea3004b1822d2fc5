package io.stocktrend.client.cli;

import java.time.Clock;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code stocktrend} command: exit code 0 done, 1 failed, 2 wrong usage. */
@Command(
    name = "stocktrend",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Queries the collected market data and operates the agents.",
    footer = {
      "",
      "The distribution's bin/stocktrend also has the command simulate, which runs the provider",
      "simulator in the foreground: see stocktrend simulate --help."
    })
public final class StockTrend {
  private StockTrend() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Avro logs through SLF4J, which would complain on standard error that nobody listens.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(run(Stdio.ofProcess(), arguments));
  }

  static int run(Stdio stdio, String... arguments) {
    return commandLine(stdio).execute(arguments);
  }

  /** All commands: this module's, then those of others. */
  static CommandLine commandLine(Stdio stdio) {
    CommandLine commandLine =
        new CommandLine(new StockTrend())
            .addSubcommand(new DatasetsCommand(stdio))
            .addSubcommand(new QueryCommand(stdio))
            .addSubcommand(new SqlCommand(stdio))
            .addSubcommand(new ExportCommand(stdio))
            .addSubcommand(new FeaturesCommand(stdio))
            .addSubcommand(new ReportCommand(stdio, Clock.systemUTC()))
            .addSubcommand(new SchemaCommand(stdio))
            .addSubcommand(new CompletionCommand(stdio));
    ServiceLoader.load(CommandProvider.class)
        .forEach(provider -> commandLine.addSubcommand(provider.command()));
    Arguments.register(commandLine);
    Failures.handle(commandLine, stdio.err());
    return commandLine;
  }
}
