package io.stocktrend.source;

import io.stocktrend.source.provider.Frequency;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One line of the table of indicators: what one provider calls one of them.
 *
 * @param country ISO 3166-1 alpha-3, or {@code *} for every one that the source is to collect
 */
record IndicatorRow(
    String indicator,
    String provider,
    String series,
    String country,
    String unit,
    Frequency frequency) {
  static final String HEADER = "indicator,provider,series,country,unit,frequency";
  private static final int COLUMNS = 6;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern SERIES = Pattern.compile("[A-Za-z0-9._&=-]+");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}|\\*");

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is no row; the message says what a row needs
   */
  static IndicatorRow parse(String line) {
    List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    if (cells.size() != COLUMNS) {
      throw new IllegalArgumentException("needs the " + COLUMNS + " columns " + HEADER);
    }
    return new IndicatorRow(
        checked(cells.get(0), NAME, "indicator", "small letters, digits and _"),
        checked(cells.get(1), NAME, "provider", "small letters, digits and _"),
        checked(cells.get(2), SERIES, "series", "the provider's name of the series"),
        checked(cells.get(3), COUNTRY, "country", "three capitals (ISO 3166-1 alpha-3) or *"),
        cells.get(4),
        frequency(cells.get(5)));
  }

  /** Whether it is about that country. */
  boolean isOf(String wanted) {
    return country.equals("*") || country.equals(wanted);
  }

  private static String checked(String cell, Pattern pattern, String column, String allowed) {
    if (!pattern.matcher(cell).matches()) {
      throw new IllegalArgumentException("has " + column + " '" + cell + "' and needs " + allowed);
    }
    return cell;
  }

  private static Frequency frequency(String cell) {
    return Arrays.stream(Frequency.values())
        .filter(frequency -> frequency.name().equals(cell.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "has frequency '"
                        + cell
                        + "' and needs one of "
                        + Arrays.toString(Frequency.values())));
  }
}
