package io.stocktrend.sink.primary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.SchemaCatalog;
import io.stocktrend.sink.file.Encryption;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The superseded schema is a test resource: it lacks most fields and has a narrower volume. */
final class PartReaderTest {
  @TempDir Path folder;
  private Path part;

  @BeforeEach
  void name() {
    part = folder.resolve("part.parquet");
  }

  @Test
  void rowsOfASupersededSchemaAreReadInTheCurrentOne() throws Exception {
    try (var in = SchemaCatalog.class.getResourceAsStream("quote-superseded.avsc")) {
      write(new Schema.Parser().parse(in));
    }

    try (PartReader reader = PartReader.open(part, Dataset.FINANCIAL_DATA, Encryption.NONE)) {
      GenericRecord row = reader.next();
      assertEquals(Dataset.FINANCIAL_DATA.schema(), row.getSchema());
      assertEquals("AAPL", row.get("symbol").toString());
      assertEquals(12L, row.get("volume"));
      assertEquals(7L, row.get("known_at"));
      assertNull(row.get("market_cap"));
      assertNull(reader.next());
    }
  }

  @Test
  void aPartWithAColumnThatThisVersionDoesNotKnowIsRefused() throws Exception {
    String newer =
        Dataset.FINANCIAL_DATA
            .schema()
            .toString()
            .replace("\"name\":\"market_cap\"", "\"name\":\"market_cap_usd\"");
    write(new Schema.Parser().parse(newer));

    assertRefused(Dataset.FINANCIAL_DATA, "a newer version with more columns wrote it");
  }

  @Test
  void aPartOfAnotherDatasetIsRefused() throws Exception {
    write(Dataset.FINANCIAL_DATA.schema());

    assertRefused(Dataset.NEWS_DATA, "it holds io.stocktrend.record.Quote, not news_data");
  }

  @Test
  void aPartThatHasGoneIsNotTakenForDamaged() {
    assertThrows(
        NoSuchFileException.class,
        () -> PartReader.open(part, Dataset.FINANCIAL_DATA, Encryption.NONE));
  }

  private void assertRefused(Dataset dataset, String reason) {
    UnreadablePartException refused =
        assertThrows(
            UnreadablePartException.class, () -> PartReader.open(part, dataset, Encryption.NONE));
    assertTrue(
        refused.getMessage().startsWith("the part file " + part + " cannot be read: " + reason),
        refused.getMessage());
  }

  private void write(Schema schema) throws IOException {
    GenericRecord row = new GenericData.Record(schema);
    row.put("record_id", "AAPL|x");
    row.put("event_time", 6L);
    row.put("known_at", 7L);
    row.put("collected_at", 8L);
    row.put("provider", "yahoo");
    row.put("symbol", "AAPL");
    boolean narrow = schema.getFields().size() < 10;
    row.put("volume", narrow ? (Object) 12 : (Object) 12L);
    try (ParquetWriter<GenericRecord> writer =
        AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(part))
            .withConf(new PlainParquetConfiguration())
            .withDataModel(new GenericData())
            .withSchema(schema)
            .build()) {
      writer.write(row);
    }
  }
}
