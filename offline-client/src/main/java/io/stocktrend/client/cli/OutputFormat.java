package io.stocktrend.client.cli;

import io.stocktrend.client.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that an answer can be shown or written in. */
enum OutputFormat {
  TABLE,
  CSV,
  JSON,
  JSONL,
  PARQUET;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of the file with such an answer; a table is no format of files to read back. */
  Optional<Format> ofFile() {
    return this == CSV ? Optional.of(Format.RAW_CSV) : Format.byId(id());
  }

  static Optional<OutputFormat> byId(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(OutputFormat::id).toList();
  }
}
