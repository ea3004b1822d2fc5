package io.stocktrend.sink.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Reads text files by other parsers; each row is its columns' texts by name, null for null. */
final class Reading {
  static final ObjectMapper JSON = new ObjectMapper();

  private Reading() {}

  static List<Map<String, String>> byFastCsv(byte[] text) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> names = null;
    try (CsvReader<List<String>> reader =
        CsvReader.builder()
            .maxBufferSize(1 << 26)
            .build(new Cells(), new ByteArrayInputStream(text), StandardCharsets.UTF_8)) {
      for (List<String> cells : reader) {
        if (names == null) {
          names = cells;
        } else {
          rows.add(row(names, cells));
        }
      }
    }
    return rows;
  }

  private static Map<String, String> row(List<String> names, List<String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), cells.get(i));
    }
    return row;
  }

  /** An empty cell is null unless it is quoted. */
  private static final class Cells extends AbstractBaseCsvCallbackHandler<List<String>> {
    private List<String> cells = new ArrayList<>();

    @Override
    protected void handleBegin(long line) {
      cells = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int from, int length, boolean quoted) {
      cells.add(length == 0 && !quoted ? null : new String(buffer, from, length));
    }

    @Override
    protected List<String> buildRecord() {
      return cells;
    }
  }

  static List<Map<String, String>> byJackson(byte[] text) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : new String(text, StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.isEmpty()) {
        Map<String, String> row = new LinkedHashMap<>();
        JSON.readTree(line)
            .fields()
            .forEachRemaining(
                member ->
                    row.put(
                        member.getKey(),
                        member.getValue().isNull()
                            ? null
                            : member.getValue().isValueNode()
                                ? member.getValue().asText()
                                : member.getValue().toString()));
        rows.add(row);
      }
    }
    return rows;
  }

  /** What DuckDB makes of a table function, every column as text. */
  static List<Map<String, String>> byDuckDb(String source) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + source)) {
      while (result.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnName(i), result.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  static String csv(Path files) {
    return "read_csv('"
        + files
        + "', header = true, delim = ',', quote = '\"', escape = '\"', all_varchar = true,"
        + " allow_quoted_nulls = false, max_line_size = 16000000)";
  }

  static String json(Path files, Schema schema) {
    List<String> columns = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      boolean nested = isA(field, Schema.Type.ARRAY) || isA(field, Schema.Type.MAP);
      columns.add("\"" + field.name() + "\": '" + (nested ? "JSON" : "VARCHAR") + "'");
    }
    return "read_json('"
        + files
        + "', format = 'newline_delimited', maximum_object_size = 64000000, columns = {"
        + String.join(", ", columns)
        + "})";
  }

  private static boolean isA(Schema.Field field, Schema.Type type) {
    return field.schema().getType() == type;
  }

  /** The value of a column as a record has it, from its text. */
  static Object value(Schema schema, String text) {
    if (text == null) {
      return null;
    }
    boolean time = schema.getLogicalType() != null;
    return switch (schema.getType()) {
      case UNION -> value(schema.getTypes().get(1), text);
      case STRING -> text;
      case DOUBLE -> Double.parseDouble(text);
      case LONG -> time ? micros(text) : Long.parseLong(text);
      case INT -> time ? (int) LocalDate.parse(text).toEpochDay() : Integer.parseInt(text);
      case BOOLEAN -> Boolean.parseBoolean(text);
      case ARRAY -> nested(text, new TypeReference<List<String>>() {});
      case MAP -> nested(text, new TypeReference<Map<String, Double>>() {});
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  static long micros(String time) {
    Instant instant = Instant.parse(time);
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
  }

  private static <T> T nested(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
