package io.stocktrend.sink.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** parquet-avro's own writer is the oracle: same schema, same footer, same rows. */
class RecordWriteSupportTest {
  private static final long SEED = 20_261_123;

  private final Random random = new Random(SEED);
  private final Configuration configuration = new Configuration(false);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Dataset.class)
  void filesAreThoseOfParquetAvro(Dataset dataset) throws IOException {
    configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    List<GenericRecord> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      records.add(record(dataset.schema()));
    }

    Path ours = folder.resolve("ours.parquet");
    Path theirs = folder.resolve("theirs.parquet");
    write(
        new RecordWriterBuilder(new LocalOutputFile(ours), dataset.schema())
            .withConf(configuration)
            .build(),
        records);
    write(
        AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(theirs))
            .withSchema(dataset.schema())
            .withDataModel(new GenericData())
            .withConf(configuration)
            .build(),
        records);

    assertEquals(footer(theirs), footer(ours));
    assertEquals(rows(theirs), rows(ours));
    assertEquals(300, rows(ours).size());
  }

  @Test
  void aRecordOfAnotherSchemaIsRefused() throws IOException {
    try (ParquetWriter<GenericRecord> writer =
        new RecordWriterBuilder(
                new LocalOutputFile(folder.resolve("x.parquet")), Dataset.NEWS_DATA.schema())
            .withConf(configuration)
            .build()) {
      GenericRecord quote = record(Dataset.FINANCIAL_DATA.schema());
      assertThrows(IllegalArgumentException.class, () -> writer.write(quote));
    }
  }

  private GenericRecord record(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
    return record;
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> random.nextInt(3) == 0 ? null : value(schema.getTypes().get(1));
      case STRING -> text();
      case DOUBLE -> random.nextGaussian();
      case LONG -> random.nextLong();
      case INT -> random.nextInt();
      case BOOLEAN -> random.nextBoolean();
      case ARRAY -> random.ints(random.nextInt(4)).mapToObj(i -> new Utf8("e" + i)).toList();
      case MAP -> random.nextBoolean() ? Map.of() : Map.of(new Utf8("5 Yr"), random.nextDouble());
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  private Object text() {
    String text = "Zürich " + random.nextInt(50);
    return random.nextBoolean() ? text : new Utf8(text);
  }

  private static void write(ParquetWriter<GenericRecord> writer, List<GenericRecord> records)
      throws IOException {
    try (writer) {
      for (GenericRecord record : records) {
        writer.write(record);
      }
    }
  }

  private static List<String> rows(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(new LocalInputFile(file))
            .withDataModel(new GenericData())
            .build()) {
      for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static String footer(Path file) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      var footer = reader.getFileMetaData();
      return footer.getSchema() + " " + footer.getKeyValueMetaData();
    }
  }
}
