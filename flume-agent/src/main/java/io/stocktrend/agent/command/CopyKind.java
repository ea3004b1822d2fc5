package io.stocktrend.agent.command;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The kinds of stores that hold copies of the Parquet primary. */
enum CopyKind {
  CSV,
  JSON,
  JDBC,
  MONGO;

  boolean isFiles() {
    return this == CSV || this == JSON;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a kind as a person writes it. */
  static final class Reading implements ITypeConverter<CopyKind> {
    @Override
    public CopyKind convert(String text) {
      return Arrays.stream(values())
          .filter(kind -> kind.toString().equalsIgnoreCase(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is no kind of store: give csv, json, jdbc or mongo"));
    }
  }
}
