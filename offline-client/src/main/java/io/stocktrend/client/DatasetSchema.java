package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.Field;
import java.util.Arrays;
import java.util.List;

/** What a dataset's columns are, read from its Avro schema. */
public final class DatasetSchema {
  private DatasetSchema() {}

  /**
   * One column.
   *
   * @param type as SQL names it
   * @param nullable whether the value may be unknown
   */
  public record Described(String name, String type, boolean nullable, String meaning) {}

  /** The columns in the order of the schema. */
  public static List<Described> columns(Dataset dataset) {
    return dataset.schema().getFields().stream()
        .map(
            field ->
                new Described(
                    field.name(),
                    ColumnTypes.of(field.schema()),
                    field.schema().isNullable(),
                    field.doc()))
        .toList();
  }

  /** What makes two rows versions of one fact, e.g. {@code symbol, interval, event_time}. */
  public static List<String> naturalKey(Dataset dataset) {
    String identity = dataset.schema().getField(Field.RECORD_ID.id()).doc();
    return Arrays.stream(identity.split("\\|"))
        .filter(part -> !part.equals(Field.KNOWN_AT.id()))
        .toList();
  }

  /** Those parts of the key that are columns, and so are equal in all versions of a fact. */
  static List<String> keyColumns(Dataset dataset) {
    return naturalKey(dataset).stream()
        .filter(part -> dataset.schema().getField(part) != null)
        .toList();
  }
}
