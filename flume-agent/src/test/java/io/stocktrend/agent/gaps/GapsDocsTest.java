package io.stocktrend.agent.gaps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.client.cli.Stdio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class GapsDocsTest {
  private static final Path PAGE = Path.of("../docs/gaps.md");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[^|]+`) \\|");
  private static final Pattern NAME = Pattern.compile("`(--[a-z-]+|[a-z_]+)`");

  private static Set<String> documented() throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher cell = FIRST_CELL.matcher(Files.readString(PAGE));
    while (cell.find()) {
      NAME.matcher(cell.group(1)).results().forEach(name -> names.add(name.group(1)));
    }
    return names;
  }

  @Test
  void everyOptionIsDocumentedAndEveryDocumentedOptionExists() throws IOException {
    Stdio stdio = Stdio.ofProcess();
    Set<String> options = new TreeSet<>();
    for (Object command :
        new Object[] {
          new GapsCommand(Clock.systemUTC(), stdio), new BackfillCommand(Clock.systemUTC(), stdio)
        }) {
      for (OptionSpec option : new CommandLine(command).getCommandSpec().options()) {
        options.add(option.longestName());
      }
    }
    options.removeAll(Set.of("--help", "--version"));
    Set<String> named = documented();
    named.removeIf(name -> !name.startsWith("--"));
    assertEquals(options, named);
  }

  @Test
  void everyCauseIsDocumented() throws IOException {
    Set<String> causes =
        Arrays.stream(Cause.values())
            .map(Cause::text)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named = documented();
    named.removeIf(name -> name.startsWith("--") || name.endsWith("_data"));
    named.remove("stock_movements");
    assertEquals(causes, named);
  }
}
