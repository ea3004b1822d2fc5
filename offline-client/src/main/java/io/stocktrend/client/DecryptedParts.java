package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.duckdb.DuckDBAppender;

/**
 * The rows of encrypted part files, which DuckDB cannot read, in tables in memory: decrypted, they
 * are never on a disk.
 */
final class DecryptedParts {
  /** Column that tells from which part a row is. */
  static final String PART = "_part";

  private static final String PREFIX = "decrypted_";

  private final Database database;
  private final PartKeys keys;
  private final Map<Dataset, Set<Path>> held = new EnumMap<>(Dataset.class);

  DecryptedParts(Database database, PartKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  static String name(Dataset dataset) {
    return ViewSql.PARTS_SCHEMA + "." + Sql.name(PREFIX + dataset.id());
  }

  /** Makes the dataset's table hold the rows of exactly these parts. */
  void hold(Dataset dataset, List<Path> parts) {
    Set<Path> before = held.get(dataset);
    if (before == null && parts.isEmpty()) {
      return;
    }
    if (before == null) {
      before = new HashSet<>();
      held.put(dataset, before);
      database.run(
          "CREATE TABLE %s AS SELECT *, '' AS %s FROM (%s)"
              .formatted(name(dataset), PART, ViewSql.noRows(dataset, "false")));
    }
    // First what is new: a reader in between sees a row twice, which the views show once.
    for (Path part : parts) {
      if (!before.contains(part)) {
        load(dataset, part);
        before.add(part);
      }
    }
    for (Path gone : before.stream().filter(part -> !parts.contains(part)).toList()) {
      forget(dataset, gone);
      before.remove(gone);
    }
  }

  private void load(Dataset dataset, Path part) {
    try {
      database.append(
          ViewSql.PARTS_SCHEMA, PREFIX + dataset.id(), table -> append(dataset, part, table));
    } catch (LinkageError e) {
      throw new ClientException(
          Fault.DATA,
          "the part file "
              + part
              + " is encrypted: reading it needs parquet-avro and hadoop-client on the class path,"
              + " as bin/stocktrend of the distribution has them",
          e);
    } catch (ClientException e) {
      forget(dataset, part);
      throw e;
    }
  }

  private void append(Dataset dataset, Path part, DuckDBAppender table) throws SQLException {
    String partition = part.getParent().getFileName().toString();
    LocalDate date =
        LocalDate.parse(partition.substring(DatasetLayout.PARTITION_COLUMN.length() + 1));
    Schema schema = dataset.schema();
    new PartDecryption(keys)
        .read(
            part,
            schema,
            row -> {
              table.beginRow();
              append(table, schema, row);
              table.append(date).append(part.toString()).endRow();
            });
  }

  private static void append(DuckDBAppender table, Schema schema, GenericRecord row)
      throws SQLException {
    for (Schema.Field field : schema.getFields()) {
      append(table, logicalType(field.schema()), row.get(field.name()));
    }
  }

  private static LogicalType logicalType(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .map(Schema::getLogicalType)
            .filter(type -> type != null)
            .findFirst()
            .orElse(null)
        : schema.getLogicalType();
  }

  private static void append(DuckDBAppender table, LogicalType type, Object value)
      throws SQLException {
    if (value == null) {
      table.appendNull();
    } else if (type instanceof LogicalTypes.TimestampMicros) {
      table.appendEpochMicros((Long) value);
    } else if (type instanceof LogicalTypes.Date) {
      table.appendEpochDays((Integer) value);
    } else if (value instanceof Collection<?> items) {
      table.append(items.stream().map(DecryptedParts::plain).toList());
    } else if (value instanceof Map<?, ?> entries) {
      table.append(
          entries.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      entry -> entry.getKey().toString(), entry -> plain(entry.getValue()))));
    } else {
      appendScalar(table, value);
    }
  }

  private static void appendScalar(DuckDBAppender table, Object value) throws SQLException {
    if (value instanceof Double number) {
      table.append(number);
    } else if (value instanceof Long number) {
      table.append(number);
    } else if (value instanceof Integer number) {
      table.append(number);
    } else if (value instanceof Boolean flag) {
      table.append(flag);
    } else {
      table.append(value.toString());
    }
  }

  private static Object plain(Object value) {
    return value instanceof CharSequence text ? text.toString() : value;
  }

  private void forget(Dataset dataset, Path part) {
    database.run(
        "DELETE FROM %s WHERE %s = %s".formatted(name(dataset), PART, Sql.text(part.toString())));
  }
}
