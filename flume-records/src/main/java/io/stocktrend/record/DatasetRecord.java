package io.stocktrend.record;

import org.apache.avro.generic.GenericRecord;

/**
 * A decoded record and the dataset that it belongs to; values as {@link EventCodec#decode} says.
 */
public record DatasetRecord(Dataset dataset, GenericRecord values) {
  /** The {@code record_id}. */
  public String recordId() {
    return values.get(Field.RECORD_ID.position()).toString();
  }
}
