package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbTest {
  @TempDir Path base;

  @Test
  void anotherEngineReadsTheSameValuesAndPartitions() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 50));
    ParquetSink sink = rig.start();
    Rig.drain(sink);
    sink.stop();
    String query =
        "SELECT count(*) || ' ' || count(DISTINCT record_id) || ' ' || max(volume) || ' ' ||"
            + " min(date) || ' ' || min(epoch_us(collected_at)) FROM read_parquet('"
            + rig.root()
            + "/financial_data/**/*.parquet', hive_partitioning = true)";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      long micros = Quotes.NOON.toEpochMilli() * 1000;
      assertEquals("50 50 49000 2026-11-02 " + micros, row.getString(1));
    }
  }
}
