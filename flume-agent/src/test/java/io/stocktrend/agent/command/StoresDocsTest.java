package io.stocktrend.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.client.cli.CommandProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class StoresDocsTest {
  private static final Path PAGE = Path.of("../docs/stores.md");
  private static final Pattern OPTION =
      Pattern.compile("(?m)^\\| ([a-z`, ]+) \\| `(--[a-z-]+)` \\|");

  @ParameterizedTest
  @ValueSource(classes = {CompactProvider.class, CopyProvider.class, ReconcileProvider.class})
  void everyOptionIsDocumentedAndEveryDocumentedOptionExists(Class<? extends CommandProvider> type)
      throws Exception {
    CommandLine command = new CommandLine(type.getDeclaredConstructor().newInstance().command());
    Set<String> options = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      options.add(option.longestName());
    }
    options.removeAll(Set.of("--help", "--version"));

    Set<String> documented = new TreeSet<>();
    Matcher row = OPTION.matcher(Files.readString(PAGE));
    while (row.find()) {
      boolean meant =
          row.group(1).equals("all") || row.group(1).contains("`" + command.getCommandName() + "`");
      if (meant) {
        documented.add(row.group(2));
      }
    }
    assertEquals(options, documented);
  }
}
