package io.stocktrend.client.cli;

import io.stocktrend.client.Row;
import io.stocktrend.client.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say in which format an answer goes where. */
final class OutputOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table, csv, json or jsonl; by default what the ending of FILE says, else table on a"
              + " terminal and csv elsewhere.")
  private OutputFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "File to write instead of standard output; complete or not there at all.")
  private Path output;

  void write(Table table, Stdio stdio) throws IOException {
    if (output == null) {
      write(table, stdio.out(), format(stdio.terminal()), stdio.width());
    } else if (Files.exists(output) && !Files.isRegularFile(output)) {
      try (OutputStream device = Files.newOutputStream(output)) {
        write(table, device, format(false), Integer.MAX_VALUE);
      }
    } else {
      replaceFile(table);
    }
  }

  private void replaceFile(Table table) throws IOException {
    Path file = output.toAbsolutePath();
    Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        write(table, out, format(false), Integer.MAX_VALUE);
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private OutputFormat format(boolean terminal) {
    if (format != null) {
      return format;
    }
    Optional<OutputFormat> named = output == null ? Optional.empty() : byEnding();
    if (named.isPresent()) {
      return named.get();
    }
    return terminal ? OutputFormat.TABLE : OutputFormat.CSV;
  }

  private Optional<OutputFormat> byEnding() {
    String name = output.toString();
    return OutputFormat.byId(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static void write(Table table, OutputStream out, OutputFormat format, int width)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    RowWriter rows = format.to(text, width);
    rows.begin(table.columns());
    for (Iterator<Row> iterator = table.stream().iterator(); iterator.hasNext(); ) {
      rows.row(iterator.next().values());
    }
    rows.end();
    text.flush();
  }
}
