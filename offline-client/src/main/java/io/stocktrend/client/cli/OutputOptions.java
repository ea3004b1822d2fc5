package io.stocktrend.client.cli;

import io.stocktrend.client.Format;
import io.stocktrend.client.Question;
import io.stocktrend.client.Row;
import io.stocktrend.client.Table;
import io.stocktrend.client.format.CompleteFile;
import io.stocktrend.client.format.CsvRows;
import io.stocktrend.client.format.JsonRows;
import io.stocktrend.client.format.RowWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say in which format an answer goes where. */
public final class OutputOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Candidates.OutputFormats.class,
      description =
          "table, csv, json, jsonl or parquet (with --output); by default what the ending of FILE"
              + " says, else table on a terminal and csv elsewhere.")
  private OutputFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "File to write instead of standard output; complete or not there at all.")
  private Path output;

  /** Writes an answer. */
  public void write(Question question, Stdio stdio) throws IOException {
    OutputFormat chosen = format(stdio.terminal());
    boolean device = output != null && Files.exists(output) && !Files.isRegularFile(output);
    if (chosen == OutputFormat.PARQUET && (output == null || device)) {
      throw new ParameterException(
          command.commandLine(), "Parquet goes into a file: name it with --output FILE.parquet");
    }
    if (output == null) {
      show(question, stdio.out(), chosen, stdio.width());
    } else if (device && !Files.isDirectory(output)) {
      try (OutputStream out = Files.newOutputStream(output)) {
        show(question, out, chosen, Integer.MAX_VALUE);
      }
    } else {
      writeFile(question, chosen, stdio);
    }
  }

  private void writeFile(Question question, OutputFormat chosen, Stdio stdio) throws IOException {
    Optional<Format> file = chosen.ofFile();
    if (file.isPresent()) {
      try (ProgressBar progress = ProgressBar.on(stdio)) {
        question.export(output, file.get(), progress);
      }
      return;
    }
    CompleteFile.write(
        output,
        draft -> {
          try (OutputStream out = Files.newOutputStream(draft)) {
            show(question, out, chosen, Integer.MAX_VALUE);
          }
        });
  }

  private OutputFormat format(boolean terminal) {
    if (format != null) {
      return format;
    }
    Optional<OutputFormat> named = output == null ? Optional.empty() : byEnding();
    if (named.isPresent()) {
      return named.get();
    }
    return terminal && output == null ? OutputFormat.TABLE : OutputFormat.CSV;
  }

  private Optional<OutputFormat> byEnding() {
    String name = output.toString();
    return OutputFormat.byId(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static void show(Question question, OutputStream out, OutputFormat format, int width)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    try (Table table = question.table()) {
      RowWriter rows = rows(format, text, table, width);
      rows.begin(table.columns().stream().map(column -> column.name()).toList());
      for (Iterator<Row> iterator = table.stream().iterator(); iterator.hasNext(); ) {
        rows.row(iterator.next().values());
      }
      rows.end();
      text.flush();
    }
  }

  private static RowWriter rows(OutputFormat format, Writer out, Table table, int width) {
    return switch (format) {
      case JSON -> JsonRows.array(out);
      case JSONL -> JsonRows.lines(out);
      case CSV -> CsvRows.raw(out);
      default -> new TextTable(out, width, table.columns());
    };
  }
}
