package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import io.stocktrend.record.Field;
import io.stocktrend.record.RecordId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The SQL of a dataset's three views: its rows as they lie in the part files, each record once, and
 * the newest version of each fact.
 */
final class ViewSql {
  /** Schema of the views over the part files, where one record may stand twice. */
  static final String PARTS_SCHEMA = "parts";

  private static final String FACT =
      "left(%s, -%d)".formatted(Sql.name(Field.RECORD_ID.id()), RecordId.SUFFIX_LENGTH);

  private ViewSql() {}

  static String partsName(Dataset dataset) {
    return PARTS_SCHEMA + "." + Sql.name(dataset.id());
  }

  static String allName(Dataset dataset) {
    return Sql.name(dataset.id() + "_all");
  }

  /**
   * All rows of the part files in the columns and types of the current schema.
   *
   * @param plain the files that DuckDB reads
   * @param decrypted whether there are rows of encrypted ones
   */
  static String parts(Dataset dataset, List<Path> plain, boolean decrypted) {
    if (plain.isEmpty() && !decrypted) {
      return noRows(dataset, "false");
    }
    String columns =
        Stream.concat(columns(dataset), Stream.of(DatasetLayout.PARTITION_COLUMN))
            .map(column -> cast(Sql.name(column), type(dataset, column), column))
            .collect(Collectors.joining(", "));
    // The empty first branch adds the columns that every one of the files is too old to have.
    StringBuilder rows = new StringBuilder(noRows(dataset, "false"));
    if (!plain.isEmpty()) {
      rows.append(" UNION ALL BY NAME SELECT * FROM ").append(scan(plain));
    }
    if (decrypted) {
      rows.append(" UNION ALL BY NAME SELECT * FROM ").append(DecryptedParts.name(dataset));
    }
    return "SELECT %s FROM (%s)".formatted(columns, rows);
  }

  /** The right columns and a condition that decides what asking for rows does. */
  static String noRows(Dataset dataset, String condition) {
    return Stream.concat(columns(dataset), Stream.of(DatasetLayout.PARTITION_COLUMN))
        .map(column -> cast("NULL", type(dataset, column), column))
        .collect(Collectors.joining(", ", "SELECT ", " WHERE " + condition));
  }

  /** One row that sums the dataset up. */
  static String overview(Dataset dataset, int files) {
    return ("SELECT %s AS dataset, count(DISTINCT record_id) AS rows, CAST(%d AS BIGINT) AS files,"
            + " min(event_time) AS first_event_time, max(event_time) AS last_event_time,"
            + " max(collected_at) AS last_collected_at FROM %s")
        .formatted(Sql.text(dataset.id()), files, partsName(dataset));
  }

  /** Keeps one row of each record_id. */
  static String oncePerRecord(Dataset dataset) {
    return qualify(
        dataset,
        Sql.name(Field.RECORD_ID.id()) + ", " + Sql.name(Field.KNOWN_AT.id()),
        newestFirst(Field.COLLECTED_AT));
  }

  /** Keeps the newest version of each fact. */
  static String newestPerFact(Dataset dataset) {
    return qualify(
        dataset, FACT, newestFirst(Field.KNOWN_AT) + ", " + newestFirst(Field.COLLECTED_AT));
  }

  // The key's columns add nothing to the groups, but a filter on a column that all groups are
  // made by is applied before the grouping, in the scan.
  private static String qualify(Dataset dataset, String group, String order) {
    String key =
        DatasetSchema.keyColumns(dataset).stream()
            .map(column -> Sql.name(column) + ", ")
            .collect(Collectors.joining());
    return "QUALIFY row_number() OVER (PARTITION BY %s%s ORDER BY %s) = 1"
        .formatted(key, group, order);
  }

  private static String newestFirst(Field field) {
    return Sql.name(field.id()) + " DESC";
  }

  private static String scan(List<Path> files) {
    return ("read_parquet(%s, union_by_name = true, hive_partitioning = true,"
            + " hive_types = {%s: DATE})")
        .formatted(
            Sql.list(files.stream().map(Path::toString).toList()),
            Sql.name(DatasetLayout.PARTITION_COLUMN));
  }

  private static Stream<String> columns(Dataset dataset) {
    return dataset.schema().getFields().stream().map(Schema.Field::name);
  }

  private static String type(Dataset dataset, String column) {
    Schema.Field field = dataset.schema().getField(column);
    return field == null ? "DATE" : ColumnTypes.of(field.schema());
  }

  private static String cast(String value, String type, String column) {
    return String.format(Locale.ROOT, "CAST(%s AS %s) AS %s", value, type, Sql.name(column));
  }
}
