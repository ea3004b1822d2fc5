package io.stocktrend.client.cli;

import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The formats that an answer can be written in. */
enum OutputFormat {
  TABLE(TextTable::new),
  CSV((out, width) -> new CsvRows(out)),
  JSON((out, width) -> JsonRows.array(out)),
  JSONL((out, width) -> JsonRows.lines(out));

  // A constructor reference has no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<Writer, Integer, RowWriter> writer;

  OutputFormat(BiFunction<Writer, Integer, RowWriter> writer) {
    this.writer = writer;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  RowWriter to(Writer out, int width) {
    return writer.apply(out, width);
  }

  static Optional<OutputFormat> byId(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(OutputFormat::id).toList();
  }
}
