package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class HelpTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

  /** Every command of this module with its options. */
  private static Map<String, Set<String>> commands() {
    PrintStream none =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Map<String, Set<String>> commands = new TreeMap<>();
    for (var entry :
        StockTrend.commandLine(new Stdio(none, none, false, 80)).getSubcommands().entrySet()) {
      commands.put(entry.getKey(), options(entry.getValue()));
    }
    commands.remove("greeting");
    return commands;
  }

  private static Set<String> options(CommandLine command) {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.add(option.longestName());
    }
    return names;
  }

  private static Set<String> optionsIn(String text) {
    Set<String> names = new TreeSet<>();
    for (Matcher matcher = OPTION.matcher(text); matcher.find(); ) {
      names.add(matcher.group());
    }
    return names;
  }

  @Test
  void everyCommandHasHelpThatNamesItsOptions() {
    Stdio nowhere = new Stdio(OutputStream.nullOutputStream(), System.err, false, 80);
    Map<String, CommandLine> subcommands = StockTrend.commandLine(nowhere).getSubcommands();
    for (var command : commands().entrySet()) {
      Set<String> shown = optionsIn(subcommands.get(command.getKey()).getUsageMessage());
      assertTrue(shown.containsAll(command.getValue()), command + " shows " + shown);
    }
  }
}
