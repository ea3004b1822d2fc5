package io.stocktrend.client.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every command of {@code stocktrend} with the modules that the distribution has. */
public final class AllCommands {
  private AllCommands() {}

  /** The options of each command that has no subcommands, by its own name; without help. */
  public static Map<String, Set<String>> options() {
    Map<String, Set<String>> commands = new TreeMap<>();
    leaves(stocktrend()).forEach(each -> commands.put(each.getCommandName(), options(each)));
    return commands;
  }

  /** What the list of commands says of each of them, by its own name. */
  public static Map<String, String> summaries() {
    Map<String, String> commands = new TreeMap<>();
    leaves(stocktrend()).forEach(each -> commands.put(each.getCommandName(), summary(each)));
    return commands;
  }

  private static CommandLine stocktrend() {
    PrintStream none =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return StockTrend.commandLine(new Stdio(none, none, false, 80));
  }

  private static Stream<CommandLine> leaves(CommandLine command) {
    return command.getSubcommands().isEmpty()
        ? Stream.of(command)
        : command.getSubcommands().values().stream().flatMap(AllCommands::leaves);
  }

  private static String summary(CommandLine command) {
    return command.getCommandSpec().usageMessage().description()[0];
  }

  private static Set<String> options(CommandLine command) {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.add(option.longestName());
    }
    names.removeAll(Set.of("--help", "--version"));
    return names;
  }
}
