package io.stocktrend.client.cli;

import io.stocktrend.client.Format;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.NearestName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the arguments that have a form of their own, and says what that form is. */
final class Arguments {
  private Arguments() {}

  static void register(CommandLine commandLine) {
    commandLine.registerConverter(Dataset.class, Arguments::dataset);
    commandLine.registerConverter(Instant.class, Arguments::time);
    commandLine.registerConverter(OutputFormat.class, Arguments::outputFormat);
    commandLine.registerConverter(Format.class, Arguments::format);
    commandLine.registerConverter(Horizon.class, Horizon::of);
  }

  static Dataset dataset(String name) {
    return Dataset.byId(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "unknown dataset '%s', %s"
                        .formatted(name, NearestName.hint(name, Dataset.ids()))));
  }

  /** A day, which is its start in UTC, or a time with its offset. */
  static Instant time(String text) {
    try {
      return text.length() == "2026-11-01".length()
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          ("'%s' is no time: write 2026-11-01 (its start in UTC), 2026-11-01T14:30:00Z"
                  + " or 2026-11-01T14:30:00+01:00")
              .formatted(text));
    }
  }

  static OutputFormat outputFormat(String name) {
    return OutputFormat.byId(name).orElseThrow(() -> unknownFormat(name, OutputFormat.ids()));
  }

  static Format format(String name) {
    return Format.byId(name).orElseThrow(() -> unknownFormat(name, Format.ids()));
  }

  private static TypeConversionException unknownFormat(String name, List<String> known) {
    return new TypeConversionException(
        "unknown format '%s', known are %s".formatted(name, String.join(", ", known)));
  }
}
