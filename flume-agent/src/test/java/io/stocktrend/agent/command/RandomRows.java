package io.stocktrend.agent.command;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.RecordId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Made-up rows of any dataset: facts by number, each in versions by the hour, values by chance. */
final class RandomRows {
  static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

  private final Dataset dataset;
  private final Random random;
  private long collections;

  RandomRows(Dataset dataset, long seed) {
    this.dataset = dataset;
    this.random = new Random(seed);
  }

  Random random() {
    return random;
  }

  /** That version of that fact, with values of its own. */
  GenericRecord row(int fact, int version) {
    Instant knownAt = START.plus(version, ChronoUnit.HOURS);
    GenericRecord row = new GenericData.Record(dataset.schema());
    for (Schema.Field field : dataset.schema().getFields()) {
      row.put(field.pos(), value(field, fact));
    }
    row.put("record_id", RecordId.of("fact" + fact, knownAt));
    row.put("event_time", micros(START.minusSeconds(60L * fact)));
    row.put("known_at", micros(knownAt));
    return collected(row);
  }

  /** The same version fetched once more. */
  GenericRecord again(GenericRecord row) {
    return collected(new GenericData.Record((GenericData.Record) row, true));
  }

  private GenericRecord collected(GenericRecord row) {
    row.put("collected_at", (Long) row.get("known_at") + ++collections);
    return row;
  }

  private Object value(Schema.Field field, int fact) {
    return switch (field.name()) {
      case "symbol" -> "S" + fact % 5;
      case "interval" -> "1h";
      case "country" -> "USA";
      case "indicator", "kind", "title", "url" -> field.name() + fact;
      case "observation_date", "starts_on" -> 20_000 + fact;
      default -> any(field.schema());
    };
  }

  private Object any(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> random.nextInt(4) == 0 ? null : any(schema.getTypes().get(1));
      case STRING -> "text" + random.nextInt(1000);
      case DOUBLE -> random.nextGaussian();
      case LONG -> random.nextLong() >> 20;
      case INT -> random.nextInt(30_000);
      case BOOLEAN -> random.nextBoolean();
      case ARRAY -> List.of("S1", "S2").subList(0, random.nextInt(3));
      case MAP -> random.nextBoolean() ? Map.of("10 years", random.nextGaussian()) : Map.of();
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
