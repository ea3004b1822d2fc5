package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ClientDocsTest {
  private static final Path PAGE = Path.of("../docs/client.md");
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

  private static String tables() throws IOException {
    String page = Files.readString(PAGE);
    return page.split("## Options", 2)[1].split("## Behaviour", 2)[0];
  }

  private static Set<String> optionsIn(String text) {
    Set<String> names = new TreeSet<>();
    for (Matcher matcher = OPTION.matcher(text); matcher.find(); ) {
      names.add(matcher.group());
    }
    return names;
  }

  @Test
  void everyCommandAndOptionIsDocumentedAndEveryDocumentedOptionExists() throws IOException {
    Set<String> options = new TreeSet<>();
    for (var command : commands().entrySet()) {
      assertTrue(tables().contains("`" + command.getKey()), command.getKey());
      options.addAll(command.getValue());
    }
    assertEquals(options, optionsIn(tables()));
    assertTrue(options.containsAll(optionsIn(Files.readString(PAGE))), "options in the examples");
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
