package io.stocktrend.interceptor;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** A decoded record, read by the names of its columns; an absent column reads as null does. */
record Facts(DatasetRecord decoded) {
  Dataset dataset() {
    return decoded.dataset();
  }

  GenericRecord values() {
    return decoded.values();
  }

  String recordId() {
    return decoded.recordId();
  }

  Instant time(Field field) {
    return Instant.EPOCH.plus((Long) values().get(field.position()), ChronoUnit.MICROS);
  }

  Optional<String> text(String column) {
    return find(column).map(Object::toString);
  }

  Optional<Double> number(String column) {
    return find(column).map(value -> ((Number) value).doubleValue());
  }

  Optional<LocalDate> day(String column) {
    return find(column).map(value -> LocalDate.ofEpochDay((Integer) value));
  }

  boolean flag(String column) {
    return find(column).map(Boolean.class::cast).orElse(false);
  }

  private Optional<Object> find(String column) {
    boolean has = values().getSchema().getField(column) != null;
    return has ? Optional.ofNullable(values().get(column)) : Optional.empty();
  }
}
