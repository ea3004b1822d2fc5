package io.stocktrend.assembly.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Upserts a batch of decoded quotes in one transaction, with PostgreSQL's driver alone. */
final class BareUpsert {
  /** Microseconds from 1970 to 2000, where PostgreSQL's time begins. */
  private static final long POSTGRES_EPOCH = 946_684_800_000_000L;

  private BareUpsert() {}

  /** One array a column. */
  static void unnest(Connection connection, List<GenericRecord> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BareSql.unnest())) {
      int parameter = 1;
      for (Schema.Field field : BareSql.FIELDS) {
        String type = BareSql.type(field);
        statement.setArray(parameter++, connection.createArrayOf(type, values(rows, field)));
      }
      statement.executeUpdate();
    }
    connection.commit();
  }

  private static Object[] values(List<GenericRecord> rows, Schema.Field field) {
    return switch (BareSql.type(field)) {
      case "int8" -> rows.stream().map(value(field)).toArray(Long[]::new);
      case "float8" -> rows.stream().map(value(field)).toArray(Double[]::new);
      default -> rows.stream().map(value(field)).map(Object::toString).toArray(String[]::new);
    };
  }

  private static Function<GenericRecord, Object> value(Schema.Field field) {
    return row -> row.get(field.pos());
  }

  /** Binary COPY into a temporary table, and an upsert from there. */
  static void copy(Connection connection, List<GenericRecord> rows)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE IF NOT EXISTS stage (LIKE financial_data) ON COMMIT DELETE ROWS");
      CopyIn copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("COPY stage (" + BareSql.columns() + ") FROM STDIN BINARY");
      byte[] binary = binary(rows);
      copy.writeToCopy(binary, 0, binary.length);
      copy.endCopy();
      statement.execute(BareSql.merge());
    }
    connection.commit();
  }

  private static byte[] binary(List<GenericRecord> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.size() * 350);
    DataOutputStream out = new DataOutputStream(bytes);
    out.write("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
    out.writeLong(0);
    for (GenericRecord row : rows) {
      out.writeShort(BareSql.FIELDS.size());
      for (Schema.Field field : BareSql.FIELDS) {
        write(out, row.get(field.pos()), BareSql.isTime(field));
      }
    }
    out.writeShort(-1);
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Object value, boolean time) throws IOException {
    if (value instanceof Long number) {
      out.writeInt(Long.BYTES);
      out.writeLong(time ? number - POSTGRES_EPOCH : number);
    } else if (value instanceof Double number) {
      out.writeInt(Double.BYTES);
      out.writeDouble(number);
    } else {
      byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
    }
  }
}
