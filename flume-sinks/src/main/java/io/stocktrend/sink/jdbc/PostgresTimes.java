package io.stocktrend.sink.jdbc;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Times in the binary form of PostgreSQL's protocol, which counts from the year 2000. The driver
 * sends arrays of them as text, which costs the server more than the rest of a row.
 */
final class PostgresTimes {
  private static final long EPOCH_MICROS =
      TimeUnit.SECONDS.toMicros(Instant.parse("2000-01-01T00:00:00Z").getEpochSecond());
  private static final int EPOCH_DAY = (int) LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int HEADER_INTS = 5;
  private static final int NULL_LENGTH = -1;

  private PostgresTimes() {}

  /** A timestamptz of microseconds since 1970. */
  static long micros(long epochMicros) {
    return epochMicros - EPOCH_MICROS;
  }

  /** A date of days since 1970. */
  static int day(int epochDay) {
    return epochDay - EPOCH_DAY;
  }

  /** An array of timestamptz. */
  static Array timestamps(Connection connection, Long[] epochMicros) throws SQLException {
    byte[] bytes =
        encoded(
            Oid.TIMESTAMPTZ, Long.BYTES, epochMicros, (out, micros) -> out.putLong(micros(micros)));
    return new PgArray(connection.unwrap(BaseConnection.class), Oid.TIMESTAMPTZ_ARRAY, bytes);
  }

  /** An array of date. */
  static Array dates(Connection connection, Integer[] epochDays) throws SQLException {
    byte[] bytes = encoded(Oid.DATE, Integer.BYTES, epochDays, (out, day) -> out.putInt(day(day)));
    return new PgArray(connection.unwrap(BaseConnection.class), Oid.DATE_ARRAY, bytes);
  }

  private static <T> byte[] encoded(
      int type, int width, T[] values, BiConsumer<ByteBuffer, T> encoder) {
    int nulls = (int) Arrays.stream(values).filter(Objects::isNull).count();
    int size = (HEADER_INTS + values.length) * Integer.BYTES + (values.length - nulls) * width;
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(1).putInt(nulls > 0 ? 1 : 0).putInt(type).putInt(values.length).putInt(1);
    for (T value : values) {
      if (value == null) {
        out.putInt(NULL_LENGTH);
      } else {
        out.putInt(width);
        encoder.accept(out, value);
      }
    }
    return out.array();
  }
}
