package io.stocktrend.client.cli;

import io.stocktrend.client.Column;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180 with a header; null is an empty field, an empty text is {@code ""}. */
final class CsvRows implements RowWriter {
  private final Writer out;

  CsvRows(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    line(columns.stream().map(Column::name).toList());
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
    out.write(values.stream().map(CsvRows::field).collect(Collectors.joining(",")));
    out.write("\r\n");
  }

  private static String field(Object value) {
    String text = ValueText.of(value);
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    if (plain && (value == null || !text.isEmpty())) {
      return text;
    }
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
