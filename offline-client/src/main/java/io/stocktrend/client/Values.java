package io.stocktrend.client;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;

/** Turns what the driver hands out into the plain values of a {@link Row}. */
final class Values {
  private Values() {}

  static Object plain(Object value) throws SQLException {
    if (value instanceof Array array) {
      return list((Object[]) array.getArray());
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof DuckDBStruct struct) {
      return map(struct.getMap());
    }
    if (value instanceof Blob blob) {
      return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
    }
    return scalar(value);
  }

  private static Object scalar(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof Timestamp time) {
      return time.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float number) {
      return Double.valueOf(number.toString());
    }
    return isPlain(value) ? value : value.toString();
  }

  private static boolean isPlain(Object value) {
    return value == null
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof LocalDate
        || value instanceof BigDecimal
        || value instanceof BigInteger;
  }

  private static List<Object> list(Object[] items) throws SQLException {
    List<Object> values = new ArrayList<>(items.length);
    for (Object item : items) {
      values.add(plain(item));
    }
    return Collections.unmodifiableList(values);
  }

  private static Map<String, Object> map(Map<?, ?> entries) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      values.put(String.valueOf(plain(entry.getKey())), plain(entry.getValue()));
    }
    return Collections.unmodifiableMap(values);
  }
}
