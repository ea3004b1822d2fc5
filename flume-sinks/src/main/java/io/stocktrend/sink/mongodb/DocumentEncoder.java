package io.stocktrend.sink.mongodb;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.bson.BsonBinaryWriter;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;

/**
 * Encodes records as BSON documents, their columns in the order of the schema: {@code record_id} as
 * {@code _id}, times as dates of milliseconds. What a time has below the millisecond stands under
 * its column's name in the sub-document {@code micros}, which is absent if there is none.
 */
final class DocumentEncoder {
  static final String ID = "_id";
  static final String MICROS = "micros";

  private static final int FIRST_SIZE = 1024;
  private static final int MICROS_OF_MILLI = 1000;

  private final Map<Dataset, List<Column>> columns = new EnumMap<>(Dataset.class);

  /** The document of a record. */
  Encoded encode(DatasetRecord record) {
    BasicOutputBuffer bytes = new BasicOutputBuffer(FIRST_SIZE);
    try (BsonBinaryWriter out = new BsonBinaryWriter(bytes)) {
      List<Column> all = columns.computeIfAbsent(record.dataset(), DocumentEncoder::columns);
      out.writeStartDocument();
      for (Column column : all) {
        out.writeName(column.name);
        column.writer.write(out, record.values().get(column.position));
      }
      writeMicros(out, all, record.values());
      out.writeEndDocument();
    }
    int size = bytes.getPosition();
    return new Encoded(new RawBsonDocument(bytes.getInternalBuffer(), 0, size), size);
  }

  private static void writeMicros(BsonWriter out, List<Column> columns, GenericRecord values) {
    boolean begun = false;
    for (Column column : columns) {
      int micros = column.isTime ? micros(values.get(column.position)) : 0;
      if (micros != 0) {
        if (!begun) {
          out.writeStartDocument(MICROS);
          begun = true;
        }
        out.writeInt32(column.name, micros);
      }
    }
    if (begun) {
      out.writeEndDocument();
    }
  }

  private static int micros(Object time) {
    return time == null ? 0 : Math.floorMod((Long) time, MICROS_OF_MILLI);
  }

  private static List<Column> columns(Dataset dataset) {
    return dataset.schema().getFields().stream().map(DocumentEncoder::column).toList();
  }

  private static Column column(Schema.Field field) {
    String name = field.pos() == Field.RECORD_ID.position() ? ID : field.name();
    return new Column(
        name, field.pos(), ValueWriter.isTime(field.schema()), ValueWriter.of(field.schema()));
  }

  /**
   * A document as it goes over the wire.
   *
   * @param size its length in bytes
   */
  record Encoded(RawBsonDocument document, int size) {}

  private record Column(String name, int position, boolean isTime, ValueWriter writer) {}
}
