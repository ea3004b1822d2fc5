package io.stocktrend.client.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180 with a header; null is an empty field, an empty text is {@code ""}. */
public final class CsvRows implements RowWriter {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Writer out;
  private final boolean forSpreadsheets;

  private CsvRows(Writer out, boolean forSpreadsheets) {
    this.out = out;
    this.forSpreadsheets = forSpreadsheets;
  }

  /** Texts as they are. */
  public static CsvRows raw(Writer out) {
    return new CsvRows(out, false);
  }

  /** Texts that a spreadsheet would take for a formula begin with an apostrophe. */
  public static CsvRows forSpreadsheets(Writer out) {
    return new CsvRows(out, true);
  }

  @Override
  public void begin(List<String> columns) throws IOException {
    line(columns);
  }

  @Override
  public void row(List<?> values) throws IOException {
    line(values);
  }

  @Override
  public void end() {
    // Nothing stands after the last row.
  }

  private void line(List<?> values) throws IOException {
    out.write(values.stream().map(this::field).collect(Collectors.joining(",")));
    out.write("\r\n");
  }

  private String field(Object value) {
    String text = forSpreadsheets ? harmless(value) : ValueText.of(value);
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    if (plain && (value == null || !text.isEmpty())) {
      return text;
    }
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String harmless(Object value) {
    String text = ValueText.of(value);
    boolean formula =
        value instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
