package io.stocktrend.sink.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;

/**
 * Made-up records of any schema, whose texts are those that formats stumble over; the very long one
 * is in some ids only, which keeps the files small.
 */
final class Rows {
  static final List<String> TEXTS =
      List.of(
          "",
          "plain",
          "say \"no\"",
          "\"",
          "a,b",
          "two\r\nlines",
          "\n",
          "a\rb",
          "tab\there",
          " before",
          "after ",
          "nul\u0000inside",
          "\u0001\u001f\u007f",
          "=SUM(A1:A9)",
          "+1",
          "-1",
          "@x",
          "# no comment",
          "null",
          "NULL",
          "\\N",
          "back\\slash",
          "Zürich 株式 😀 \u2028",
          "{\"a\":[1]}",
          "long ".repeat(40_000));

  private static final long YEAR_9000_MICROS = 221_845_392_000_000_000L;
  private static final int DAYS_OF_1000_YEARS = 365_000;

  private final Random random = new Random(20_261_124);
  private int number;

  List<GenericRecord> of(Schema schema, int rows) {
    List<GenericRecord> records = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      records.add(next(schema));
    }
    return records;
  }

  private GenericRecord next(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
    record.put("record_id", text(number + " " + TEXTS.get(number++ % TEXTS.size())));
    return record;
  }

  private Object value(Schema schema) {
    boolean time = schema.getLogicalType() != null;
    return switch (schema.getType()) {
      case UNION -> random.nextInt(4) == 0 ? null : value(schema.getTypes().get(1));
      case STRING -> shortText(random.nextInt());
      case DOUBLE -> random.nextBoolean() ? random.nextInt(100) / 4.0 : random.nextGaussian() / 1e7;
      case LONG -> time ? random.nextLong() % (YEAR_9000_MICROS / 100) : random.nextLong();
      case INT -> time ? random.nextInt(DAYS_OF_1000_YEARS) : random.nextInt();
      case BOOLEAN -> random.nextBoolean();
      case ARRAY -> random.ints(random.nextInt(4)).mapToObj(i -> shortText(i)).toList();
      case MAP -> map();
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  private Map<Object, Object> map() {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      map.put(shortText(random.nextInt()), random.nextGaussian());
    }
    return map;
  }

  private Object shortText(int any) {
    return text(TEXTS.get(Math.floorMod(any, TEXTS.size() - 1)));
  }

  private Object text(String text) {
    return random.nextBoolean() ? text : new Utf8(text);
  }
}
