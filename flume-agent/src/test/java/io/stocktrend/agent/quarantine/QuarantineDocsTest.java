package io.stocktrend.agent.quarantine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class QuarantineDocsTest {
  private static final Path PAGE = Path.of("../docs/quarantine.md");
  private static final Pattern OPTION = Pattern.compile("(?m)^\\| [^|]+ \\| `(--[a-z-]+)` \\|");

  @Test
  void everyOptionIsDocumentedAndEveryDocumentedOptionExists() throws IOException {
    Set<String> options = new TreeSet<>();
    for (CommandLine command : new CommandLine(new QuarantineCommand()).getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        options.add(option.longestName());
      }
    }
    options.removeAll(Set.of("--help", "--version"));

    Set<String> documented = new TreeSet<>();
    Matcher row = OPTION.matcher(Files.readString(PAGE));
    while (row.find()) {
      documented.add(row.group(1));
    }
    assertEquals(options, documented);
  }
}
