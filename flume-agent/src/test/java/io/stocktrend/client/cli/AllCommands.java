package io.stocktrend.client.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every command of {@code stocktrend} with the modules that the distribution has. */
public final class AllCommands {
  private AllCommands() {}

  /** The options of each command that has no subcommands, by its own name; without help. */
  public static Map<String, Set<String>> options() {
    PrintStream none =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Map<String, Set<String>> commands = new TreeMap<>();
    collect(StockTrend.commandLine(new Stdio(none, none, false, 80)), commands);
    return commands;
  }

  private static void collect(CommandLine parent, Map<String, Set<String>> commands) {
    for (CommandLine command : parent.getSubcommands().values()) {
      if (command.getSubcommands().isEmpty()) {
        commands.put(command.getCommandName(), options(command));
      } else {
        collect(command, commands);
      }
    }
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
