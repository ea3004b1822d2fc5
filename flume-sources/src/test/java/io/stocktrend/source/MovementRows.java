package io.stocktrend.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/** Reads what tests look for in rows of stock movements. */
final class MovementRows {
  private MovementRows() {}

  static String id(GenericRecord row) {
    return row.get("record_id").toString();
  }

  static Instant time(GenericRecord row, String column) {
    return Instant.EPOCH.plus((Long) row.get(column), ChronoUnit.MICROS);
  }

  static double price(GenericRecord row, String column) {
    return (Double) row.get(column);
  }

  static Map<String, GenericRecord> byId(List<GenericRecord> rows) {
    Map<String, GenericRecord> byId = new TreeMap<>();
    rows.forEach(row -> byId.put(id(row), row));
    return byId;
  }

  static Map<Instant, GenericRecord> byTime(List<GenericRecord> rows) {
    Map<Instant, GenericRecord> byTime = new TreeMap<>();
    rows.forEach(row -> byTime.put(time(row, "event_time"), row));
    return byTime;
  }
}
