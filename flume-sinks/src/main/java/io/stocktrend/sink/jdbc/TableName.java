package io.stocktrend.sink.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of a table, with that of its schema before it where one is given.
 *
 * @param parts one or two names, unquoted
 */
record TableName(List<String> parts) implements Comparable<TableName> {
  static final String ALLOWED =
      "letters, digits, '_', '-' and '$', at most 63 characters, with at most one schema and a dot"
          + " before it";

  private static final Pattern PART = Pattern.compile("[A-Za-z_][A-Za-z0-9_$-]{0,62}");

  /**
   * Reads {@code table} or {@code schema.table}.
   *
   * @throws UnusableTableException if the text is neither
   */
  static TableName of(String text) throws UnusableTableException {
    List<String> parts = Arrays.asList(text.split("\\.", -1));
    if (parts.size() > 2 || !parts.stream().allMatch(part -> PART.matcher(part).matches())) {
      throw new UnusableTableException(
          "its headers give the table name '" + text + "': a name has " + ALLOWED);
    }
    return new TableName(List.copyOf(parts));
  }

  @Override
  public int compareTo(TableName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return String.join(".", parts);
  }
}
