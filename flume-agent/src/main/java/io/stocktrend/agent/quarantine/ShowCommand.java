package io.stocktrend.agent.quarantine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stocktrend.client.cli.Stdio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One event that was set aside, with all that is known of it. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Shows one event as JSON: reason, headers, and its record or, where that cannot be read,"
            + " the first bytes of its body.")
final class ShowCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameters(paramLabel = "ID", description = "Its id, or enough of the id's beginning.")
  private String id;

  @Mixin private ShelfOptions options;

  @Override
  public Integer call() throws IOException {
    String text =
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(EntryJson.of(options.shelf().find(id)));
    Stdio.ofProcess().out().write((text + "\n").getBytes(StandardCharsets.UTF_8));
    return 0;
  }
}
