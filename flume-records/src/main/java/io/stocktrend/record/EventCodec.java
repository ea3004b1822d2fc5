package io.stocktrend.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;

/**
 * Turns records into events and back: the body is the Avro binary of one record, the headers name
 * the dataset and the schema that wrote it. Not safe for use by several threads.
 */
public final class EventCodec {
  private final SchemaCatalog catalog;
  private final Map<String, Reader> readers = new HashMap<>();
  private final Map<Schema, String> fingerprints = new HashMap<>();
  private Reader lastReader;
  private BinaryDecoder decoder;
  private BinaryEncoder encoder;

  public EventCodec() {
    this(SchemaCatalog.bundled());
  }

  public EventCodec(SchemaCatalog catalog) {
    this.catalog = catalog;
  }

  /** The event of a record of one of the five datasets. */
  public Event encode(SpecificRecordBase record) {
    Dataset dataset =
        Dataset.byRecord(record.getSchema().getFullName())
            .orElseThrow(() -> new IllegalArgumentException("no dataset of " + record.getSchema()));
    String recordId = (String) record.get(Field.RECORD_ID.position());
    Instant collectedAt = (Instant) record.get(Field.COLLECTED_AT.position());
    Map<String, String> headers = new HashMap<>();
    headers.put(EventHeaders.DATASET, dataset.id());
    headers.put(EventHeaders.SCHEMA_FINGERPRINT, fingerprint(record.getSchema()));
    headers.put(EventHeaders.TIMESTAMP, Long.toString(collectedAt.toEpochMilli()));
    headers.put(EventHeaders.KEY, RecordId.naturalKey(recordId));
    // With the record's own data model: Avro would otherwise load its class by name, which it
    // refuses.
    DatumWriter<SpecificRecordBase> writer =
        new SpecificDatumWriter<>(record.getSchema(), record.getSpecificData());
    return EventBuilder.withBody(body(writer, record), headers);
  }

  /**
   * Puts a record that {@link #decode} gave, and that may have been changed since, back into its
   * event: the body and the fingerprint are those of the current schema, other headers stay.
   */
  public void update(Event event, DatasetRecord record) {
    GenericRecord values = record.values();
    byte[] body = body(new GenericDatumWriter<>(values.getSchema()), values);
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    headers.put(EventHeaders.SCHEMA_FINGERPRINT, fingerprint(values.getSchema()));
    event.setBody(body);
    event.setHeaders(headers);
  }

  /** Computed once for each schema, because that costs more than all the rest of a record. */
  private String fingerprint(Schema schema) {
    return fingerprints.computeIfAbsent(schema, SchemaCatalog::fingerprint);
  }

  private <R> byte[] body(DatumWriter<R> writer, R record) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    encoder = EncoderFactory.get().binaryEncoder(out, encoder);
    try {
      writer.write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * The record in an event, in the current schema of its dataset, with times in microseconds and
   * dates in days since the epoch as plain numbers, and texts as {@link CharSequence}s.
   *
   * @throws UndecodableEventException if the headers or the body are not what {@link #encode} makes
   */
  public DatasetRecord decode(Event event) throws UndecodableEventException {
    String id = header(event, EventHeaders.DATASET);
    String fingerprint = header(event, EventHeaders.SCHEMA_FINGERPRINT);
    Reader reader = lastReader;
    if (reader == null || !reader.isFor(id, fingerprint)) {
      reader = readers.get(id + ' ' + fingerprint);
      if (reader == null) {
        reader = reader(id, fingerprint);
        readers.put(id + ' ' + fingerprint, reader);
      }
      lastReader = reader;
    }
    return new DatasetRecord(reader.dataset, read(reader.datumReader, event.getBody()));
  }

  private GenericRecord read(GenericDatumReader<GenericRecord> reader, byte[] body)
      throws UndecodableEventException {
    decoder = DecoderFactory.get().binaryDecoder(body, decoder);
    GenericRecord record;
    boolean atEnd;
    try {
      record = reader.read(null, decoder);
      atEnd = decoder.isEnd();
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | UnsupportedOperationException e) {
      throw new UndecodableEventException("the body is not Avro binary of its schema: " + e, e);
    } catch (OutOfMemoryError e) {
      // Avro up to 1.11.2 makes room for whatever length a damaged body claims.
      if (isWhole(reader.getSchema(), body)) {
        throw e;
      }
      throw new UndecodableEventException("the body claims a text longer than itself", e);
    }
    if (!atEnd) {
      throw new UndecodableEventException("the body holds more than one record of its schema");
    }
    return record;
  }

  /** Walks over the body without making room for what it claims to hold. */
  private static boolean isWhole(Schema writer, byte[] body) {
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(body, null);
    try {
      GenericDatumReader.skip(writer, decoder);
      return decoder.isEnd();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private Reader reader(String id, String fingerprint) throws UndecodableEventException {
    Dataset dataset =
        Dataset.byId(id)
            .orElseThrow(
                () ->
                    new UndecodableEventException(
                        "the header dataset is '" + id + "', not one of " + Dataset.ids()));
    Schema writer =
        catalog
            .find(fingerprint)
            .orElseThrow(
                () ->
                    new UndecodableEventException(
                        "no bundled schema has the fingerprint '" + fingerprint + "'"));
    return new Reader(
        dataset, id, fingerprint, new GenericDatumReader<>(writer, dataset.schema(), fastData()));
  }

  private static GenericData fastData() {
    GenericData data = new GenericData();
    data.setFastReaderEnabled(true);
    return data;
  }

  private static String header(Event event, String name) throws UndecodableEventException {
    String value = event.getHeaders().get(name);
    if (value == null) {
      throw new UndecodableEventException("the event has no header " + name);
    }
    return value;
  }

  private record Reader(
      Dataset dataset,
      String id,
      String fingerprint,
      GenericDatumReader<GenericRecord> datumReader) {
    boolean isFor(String dataset, String writer) {
      return id.equals(dataset) && fingerprint.equals(writer);
    }
  }
}
