package io.stocktrend.sink.compact;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Turns rows of one dataset into their small form and back. */
final class RowCodec {
  private static final List<String> SUBJECTS = List.of("symbol", "indicator", "kind");

  private final GenericDatumWriter<GenericRecord> writer;
  private final GenericDatumReader<GenericRecord> reader;
  private final int subject;
  private final Map<String, String> subjects = new HashMap<>();
  private BinaryEncoder encoder;
  private BinaryDecoder decoder;

  RowCodec(Dataset dataset) {
    Schema schema = dataset.schema();
    writer = new GenericDatumWriter<>(schema);
    reader = new GenericDatumReader<>(schema);
    subject =
        SUBJECTS.stream()
            .map(schema::getField)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no column to sort " + dataset + " by"))
            .pos();
  }

  StoredRow encode(GenericRecord row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    encoder = EncoderFactory.get().binaryEncoder(out, encoder);
    writer.write(row, encoder);
    encoder.flush();
    return new StoredRow(
        subject(row),
        time(row, Field.EVENT_TIME),
        time(row, Field.KNOWN_AT),
        time(row, Field.COLLECTED_AT),
        row.get(Field.RECORD_ID.position()).toString(),
        ByteBuffer.wrap(out.toByteArray()));
  }

  GenericRecord decode(StoredRow row) throws IOException {
    decoder = DecoderFactory.get().binaryDecoder(row.body().array(), decoder);
    return reader.read(null, decoder);
  }

  /** One text for each subject, however many rows have it; rows without one come first. */
  private String subject(GenericRecord row) {
    Object value = row.get(subject);
    return value == null ? "" : subjects.computeIfAbsent(value.toString(), text -> text);
  }

  private static long time(GenericRecord row, Field field) {
    return (Long) row.get(field.position());
  }
}
