package io.stocktrend.client.cli;

import io.stocktrend.client.Column;
import io.stocktrend.client.format.RowWriter;
import io.stocktrend.client.format.ValueText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Aligned columns for a person: numbers to the right, long texts cut, and as many columns as the
 * width holds; a last line says how many rows there are and which columns had no room.
 */
final class TextTable implements RowWriter {
  // The widths come from this many rows, so that a long answer need not fit into memory.
  private static final int MEASURED_ROWS = 1000;
  private static final int WIDEST_CELL = 40;
  private static final int WIDEST_CELL_IF_TIGHT = 20;
  private static final String GAP = "  ";

  private final Writer out;
  private final int width;
  private final List<Column> columns;
  private final List<List<String>> waiting = new ArrayList<>();
  private int[] widths;
  private int shown;
  private long rows;

  TextTable(Writer out, int width, List<Column> columns) {
    this.out = out;
    this.width = width;
    this.columns = columns;
  }

  @Override
  public void begin(List<String> header) {
    // The header waits for the widths.
  }

  @Override
  public void row(List<?> values) throws IOException {
    rows++;
    waiting.add(values.stream().map(TextTable::cell).toList());
    if (widths != null || waiting.size() == MEASURED_ROWS) {
      flush();
    }
  }

  @Override
  public void end() throws IOException {
    flush();
    out.write("(" + rows + (rows == 1 ? " row" : " rows"));
    if (shown < columns.size()) {
      out.write(
          "; %d of %d columns fit: choose with --columns, or use --format csv or json"
              .formatted(shown, columns.size()));
    }
    out.write(")\n");
  }

  private static String cell(Object value) {
    return ValueText.of(value).replaceAll("\\p{Cntrl}", " ");
  }

  private void flush() throws IOException {
    if (widths == null) {
      measure();
      line(columns.stream().map(Column::name).toList());
      line(IntStream.of(widths).mapToObj("-"::repeat).toList());
    }
    for (List<String> cells : waiting) {
      line(cells);
    }
    waiting.clear();
  }

  private void measure() {
    widths = widths(width == Integer.MAX_VALUE ? Integer.MAX_VALUE : WIDEST_CELL);
    if (total(widths.length) > width) {
      widths = widths(WIDEST_CELL_IF_TIGHT);
    }
    shown = widths.length;
    while (shown > 1 && total(shown) > width) {
      shown--;
    }
    if (shown == 1) {
      widths[0] = Math.min(widths[0], width);
    }
  }

  private int[] widths(int widest) {
    return IntStream.range(0, columns.size())
        .map(
            i ->
                waiting.stream()
                    .mapToInt(cells -> cells.get(i).length())
                    .reduce(columns.get(i).name().length(), Math::max))
        .map(needed -> Math.min(needed, widest))
        .toArray();
  }

  private long total(int count) {
    return IntStream.of(widths).limit(count).asLongStream().sum() + (count - 1L) * GAP.length();
  }

  private void line(List<String> cells) throws IOException {
    String line =
        IntStream.range(0, shown)
            .mapToObj(i -> fit(cells.get(i), widths[i], isNumber(columns.get(i))))
            .collect(Collectors.joining(GAP));
    out.write(line.stripTrailing() + "\n");
  }

  private static String fit(String cell, int width, boolean right) {
    if (cell.length() > width) {
      return cell.substring(0, width - 1) + "…";
    }
    String padding = " ".repeat(width - cell.length());
    return right ? padding + cell : cell + padding;
  }

  private static boolean isNumber(Column column) {
    return column.type().matches("(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DOUBLE|FLOAT|DECIMAL.*)");
  }
}
