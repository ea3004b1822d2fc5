package io.stocktrend.sink.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.SchemaCatalog;
import io.stocktrend.sink.file.PartWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How rows lie in a file, and what becomes of files when a schema grows. */
final class TextLayoutTest {
  private static final Schema POLICY = Dataset.POLICY_DATA.schema();

  @TempDir Path folder;

  @Test
  void csvHasAHeaderAndEndsItsLinesWithCrLf() throws IOException {
    assertEquals(
        "record_id,event_time,known_at,collected_at,provider,kind,title,summary,url,speaker,"
            + "starts_on,ends_on,has_projections,rate_lower,rate_upper,values,related_symbols\r\n"
            + "k|=1+1|2026,2026-11-02T12:00:00.000001Z,2026-11-02T12:00:00.000001Z,"
            + "2026-11-02T12:00:00.000001Z,treasury,TREASURY_AUCTION,=1+1,\"\",,\"a \"\"b\"\", c\","
            + "2026-11-02,,true,3.75,,\"{\"\"10 Yr\"\":4.1}\",\"[\"\"AAPL\"\",\"\"MSFT\"\"]\"\r\n",
        written(new CsvFormat(TextCompression.NONE), List.of(auction())));
  }

  @Test
  void jsonHasEveryColumnInEveryLine() throws IOException {
    assertEquals(
        "{\"record_id\":\"k|=1+1|2026\",\"event_time\":\"2026-11-02T12:00:00.000001Z\","
            + "\"known_at\":\"2026-11-02T12:00:00.000001Z\","
            + "\"collected_at\":\"2026-11-02T12:00:00.000001Z\",\"provider\":\"treasury\","
            + "\"kind\":\"TREASURY_AUCTION\",\"title\":\"=1+1\",\"summary\":\"\",\"url\":null,"
            + "\"speaker\":\"a \\\"b\\\", c\",\"starts_on\":\"2026-11-02\",\"ends_on\":null,"
            + "\"has_projections\":true,\"rate_lower\":3.75,\"rate_upper\":null,"
            + "\"values\":{\"10 Yr\":4.1},\"related_symbols\":[\"AAPL\",\"MSFT\"]}\n",
        written(new JsonFormat(TextCompression.NONE), List.of(auction())));
  }

  private static GenericRecord auction() {
    GenericRecord record = new GenericData.Record(POLICY);
    record.put("record_id", "k|=1+1|2026");
    for (String time : List.of("event_time", "known_at", "collected_at")) {
      record.put(time, 1_793_620_800_000_001L);
    }
    record.put("provider", "treasury");
    record.put("kind", "TREASURY_AUCTION");
    record.put("title", "=1+1");
    record.put("summary", "");
    record.put("speaker", "a \"b\", c");
    record.put("starts_on", 20_759);
    record.put("has_projections", true);
    record.put("rate_lower", 3.75);
    record.put("values", Map.of("10 Yr", 4.1));
    record.put("related_symbols", List.of("AAPL", "MSFT"));
    return record;
  }

  private String written(TextFormat format, List<GenericRecord> records) throws IOException {
    Path file = write(format, "part" + format.extension(), records);
    return Files.readString(file);
  }

  private Path write(TextFormat format, String name, List<GenericRecord> records)
      throws IOException {
    Path file = folder.resolve(name);
    Schema schema = records.get(0).getSchema();
    try (PartWriter writer = format.open(new LocalOutputFile(file), schema)) {
      for (GenericRecord record : records) {
        writer.write(record);
      }
    }
    return file;
  }

  @ParameterizedTest
  @EnumSource(Dataset.class)
  void columnsStandInTheSchemasOrder(Dataset dataset) throws IOException {
    List<GenericRecord> records = new Rows().of(dataset.schema(), 1);
    List<String> columns = dataset.schema().getFields().stream().map(Schema.Field::name).toList();
    String csv = written(new CsvFormat(TextCompression.NONE), records);
    assertEquals(String.join(",", columns), csv.split("\r\n", 2)[0]);
    String json = written(new JsonFormat(TextCompression.NONE), records);
    List<String> members = new ArrayList<>();
    Reading.JSON.readTree(json).fieldNames().forEachRemaining(members::add);
    assertEquals(columns, members);
  }

  @Test
  void filesOfAnOlderAndANewerSchemaAreOneTable() throws Exception {
    Schema older = older();
    GenericRecord old = new GenericData.Record(older);
    old.put("record_id", "old");
    for (String time : List.of("event_time", "known_at", "collected_at")) {
      old.put(time, 0L);
    }
    old.put("provider", "yahoo");
    old.put("symbol", "S9");
    old.put("volume", 12);
    Schema current = Dataset.FINANCIAL_DATA.schema();
    for (TextFormat format :
        List.of(new CsvFormat(TextCompression.NONE), new JsonFormat(TextCompression.GZIP))) {
      write(format, "old" + format.extension(), List.of(old));
      write(format, "present" + format.extension(), new Rows().of(current, 1));
      GenericRecord later = new Rows().of(later(current), 1).get(0);
      later.put("venue", "XNAS");
      write(format, "later" + format.extension(), List.of(later));
    }
    for (String files : List.of("read_csv('%s/*.csv', ", "read_json('%s/*.jsonl.gz', ")) {
      String source =
          files.formatted(folder) + (files.contains("csv") ? "all_varchar = true, " : "");
      List<Map<String, String>> rows =
          Reading.byDuckDb(source + "union_by_name = true, filename = true) ORDER BY filename");
      assertEquals(
          List.of(3, current.getFields().size() + 2), List.of(rows.size(), rows.get(0).size()));
      assertEquals("S9 12", rows.get(1).get("symbol") + " " + rows.get(1).get("volume"));
      assertEquals(null, rows.get(1).get("market_cap"));
      assertEquals("XNAS", rows.get(0).get("venue"));
      assertEquals(null, rows.get(2).get("venue"));
    }
  }

  private static Schema older() throws IOException {
    try (var in = SchemaCatalog.class.getResourceAsStream("quote-superseded.avsc")) {
      return new Schema.Parser().parse(in);
    }
  }

  /** The same columns, and one more at the end. */
  private static Schema later(Schema schema) {
    List<Schema.Field> fields = new ArrayList<>();
    schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    fields.add(new Schema.Field("venue", Schema.create(Schema.Type.STRING)));
    return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
  }

  @Test
  void aRecordOfAnotherSchemaIsRefused() throws IOException {
    GenericRecord quote = new Rows().of(Dataset.FINANCIAL_DATA.schema(), 1).get(0);
    TextFormat format = new CsvFormat(TextCompression.NONE);
    try (PartWriter writer =
        format.open(new LocalOutputFile(folder.resolve("x.csv")), Dataset.NEWS_DATA)) {
      assertThrows(IllegalArgumentException.class, () -> writer.write(quote));
    }
  }
}
