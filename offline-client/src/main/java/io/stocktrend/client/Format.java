package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that an answer can be exported in. */
public enum Format {
  /**
   * RFC 4180 with a header; a text that a spreadsheet would take for a formula (it begins with = +
   * - @, a tab or a carriage return) gets an apostrophe in front.
   */
  CSV,
  /** RFC 4180 with a header, texts as they are. */
  RAW_CSV,
  /** One array of objects. */
  JSON,
  /** An object a line. */
  JSONL,
  /** One Parquet file, with the types of the columns. */
  PARQUET;

  /** Name in options and file endings, e.g. {@code csv}. */
  public String id() {
    return this == RAW_CSV ? CSV.id() : name().toLowerCase(Locale.ROOT);
  }

  /** The format of that name, if there is one. */
  public static Optional<Format> byId(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
  }

  /** The names, each once. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Format::id).distinct().toList();
  }

  /**
   * The format that a file's name says by its ending.
   *
   * @throws ClientException if it says none
   */
  public static Format of(Path file) {
    String name = file.toString();
    return byId(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new ClientException(
                    Fault.REQUEST,
                    "the ending of %s says no format: known are %s, or name one with --format"
                        .formatted(file, String.join(", ", ids()))));
  }
}
