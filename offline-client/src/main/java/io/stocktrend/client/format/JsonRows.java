package io.stocktrend.client.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One JSON object a row, either as one array or as lines. */
public final class JsonRows implements RowWriter {
  private final Writer out;
  private final boolean array;
  private List<String> names = List.of();
  private boolean first = true;

  private JsonRows(Writer out, boolean array) {
    this.out = out;
    this.array = array;
  }

  /** All rows as one array. */
  public static JsonRows array(Writer out) {
    return new JsonRows(out, true);
  }

  /** A line for each row. */
  public static JsonRows lines(Writer out) {
    return new JsonRows(out, false);
  }

  @Override
  public void begin(List<String> columns) throws IOException {
    names = columns.stream().map(Json::text).toList();
    out.write(array ? "[" : "");
  }

  @Override
  public void row(List<?> values) throws IOException {
    if (array) {
      out.write(first ? "\n" : ",\n");
    }
    first = false;
    out.write("{");
    for (int i = 0; i < names.size(); i++) {
      out.write((i == 0 ? "" : ",") + names.get(i) + ":" + Json.of(values.get(i)));
    }
    out.write(array ? "}" : "}\n");
  }

  @Override
  public void end() throws IOException {
    if (array) {
      out.write(first ? "]\n" : "\n]\n");
    }
  }
}
