package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartFormatTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00.123456Z");

  @TempDir private Path root;

  @Test
  void everyKindOfColumnComesBackAsItWasWritten() {
    Announcement auction =
        Announcement.newBuilder()
            .setRecordId(RecordId.of("TREASURY_AUCTION|x|2026-11-02", T))
            .setEventTime(T)
            .setKnownAt(T)
            .setCollectedAt(T)
            .setProvider("treasury")
            .setKind("TREASURY_AUCTION")
            .setTitle("10-Year \"Note\", reopened")
            .setStartsOn(LocalDate.of(2026, 11, 2))
            .setHasProjections(false)
            .setRateLower(3.75)
            .setValues(Map.of("high_yield", 4.125, "bid_to_cover", 2.5))
            .setRelatedSymbols(List.of("AAPL", "MSFT"))
            .build();
    TestData.part(root, Dataset.POLICY_DATA, T, "a.parquet", List.of(auction));
    try (MarketDataClient client = MarketDataClient.open(root)) {
      Row row = client.policyData().symbols("MSFT").list().get(0);
      assertEquals(T, row.get("event_time"));
      assertEquals(LocalDate.of(2026, 11, 2), row.get("starts_on"));
      assertNull(row.get("ends_on"));
      assertEquals(false, row.get("has_projections"));
      assertEquals(3.75, row.get("rate_lower"));
      assertEquals(Map.of("high_yield", 4.125, "bid_to_cover", 2.5), row.get("values"));
      assertEquals(List.of("AAPL", "MSFT"), row.get("related_symbols"));
      assertEquals(0, client.policyData().symbols("TSLA").count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDatasetWithoutFilesHasEmptyViewsWithItsColumns(Dataset dataset) {
    List<String> names = dataset.schema().getFields().stream().map(Schema.Field::name).toList();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      Table query = client.query(dataset).table();
      assertEquals(names, query.columns().stream().map(Column::name).toList());
      assertEquals(
          DatasetSchema.columns(dataset).stream().map(DatasetSchema.Described::type).toList(),
          query.columns().stream().map(Column::type).toList());
      assertEquals(List.of(), query.list());
      Table all = client.sql("FROM " + dataset.id() + "_all");
      assertEquals("date", all.columns().get(names.size()).name());
      assertEquals(List.of(), all.list());
    }
  }

  @Test
  void partsOfAnOlderAndANewerSchemaAreOneTable() {
    TestData.part(
        root, Dataset.FINANCIAL_DATA, T, "now.parquet", List.of(TestData.quote("AAPL", T, 1)));
    Schema older = schema("market_cap", "LONG", null);
    Schema newer = schema("nothing", "LONG", "beta");
    Schema narrower = schema("nothing", "INT", null);
    old(older, "MSFT", "old.parquet");
    old(newer, "NVDA", "new.parquet");
    old(narrower, "TSLA", "narrow.parquet");
    try (MarketDataClient client = MarketDataClient.open(root)) {
      Table answer = client.financialData().where("symbol <> 'AAPL'").table();
      assertEquals(23, answer.columns().size());
      List<Row> rows = answer.list();
      assertEquals(
          List.of("MSFT", "NVDA", "TSLA"), rows.stream().map(r -> r.get("symbol")).toList());
      assertEquals(List.of(7L, 7L, 7L), rows.stream().map(row -> row.get("volume")).toList());
      rows.forEach(row -> assertNull(row.get("market_cap")));
    }
  }

  @Test
  void aColumnThatAllPartsAreTooOldToHaveIsNull() {
    old(schema("market_cap", "LONG", null), "MSFT", "old.parquet");
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertNull(client.financialData().list().get(0).get("market_cap"));
      assertEquals(0, client.financialData().where("market_cap > 0").count());
    }
  }

  private void old(Schema schema, String symbol, String name) {
    Object volume =
        schema.getField("volume").schema().getTypes().get(1).getType() == Schema.Type.INT
            ? (Object) 7
            : (Object) 7L;
    long micros = T.getEpochSecond() * 1_000_000 + T.getNano() / 1000;
    GenericRecord row =
        new GenericRecordBuilder(schema)
            .set("record_id", RecordId.of(symbol, T))
            .set("event_time", micros)
            .set("known_at", micros)
            .set("collected_at", micros)
            .set("provider", "yahoo")
            .set("symbol", symbol)
            .set("volume", volume)
            .build();
    TestData.write(
        TestData.file(root, Dataset.FINANCIAL_DATA, T, name),
        schema,
        new GenericData(),
        List.of(row));
  }

  /** The schema of quotes without one column, with another type of volume, with one more column. */
  private static Schema schema(String without, String volume, String with) {
    Schema nullable =
        Schema.createUnion(
            Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.valueOf(volume)));
    List<Schema.Field> fields =
        Quote.getClassSchema().getFields().stream()
            .filter(field -> !field.name().equals(without))
            .map(
                field ->
                    field.name().equals("volume")
                        ? new Schema.Field("volume", nullable, "", Schema.Field.NULL_DEFAULT_VALUE)
                        : new Schema.Field(field, field.schema()))
            .collect(Collectors.toList());
    if (with != null) {
      fields.add(new Schema.Field(with, nullable, "", Schema.Field.NULL_DEFAULT_VALUE));
    }
    return Schema.createRecord("Quote", "", "io.stocktrend.record", false, fields);
  }

  @Test
  void aDamagedPartIsNamedAndOtherDatasetsStillAnswer() throws Exception {
    List<Quote> quotes =
        IntStream.range(0, 5000)
            .mapToObj(i -> TestData.quote("S" + i, T.plusSeconds(i), i / 7.0))
            .toList();
    Path whole = TestData.part(root, Dataset.FINANCIAL_DATA, T, "whole.parquet", quotes);
    byte[] bytes = Files.readAllBytes(whole);
    byte[] noise = bytes.clone();
    Arrays.fill(noise, 200, bytes.length / 2, (byte) 0x5a);
    byte[] footer = bytes.clone();
    int start =
        bytes.length
            - 8
            - ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    Arrays.fill(footer, start, start + 200, (byte) 0x5a);
    Map<String, byte[]> damages =
        Map.of(
            "cut",
            Arrays.copyOf(bytes, bytes.length / 2),
            "empty",
            new byte[0],
            "noise",
            noise,
            "footer",
            footer);
    for (Map.Entry<String, byte[]> damage : damages.entrySet()) {
      Path bad = whole.resolveSibling(damage.getKey() + ".parquet");
      Files.write(bad, damage.getValue());
      try (MarketDataClient client = MarketDataClient.open(root)) {
        ClientException e =
            assertThrows(
                ClientException.class, () -> client.financialData().list(), damage.getKey());
        assertTrue(e.getMessage().contains(bad.toString()), e.getMessage());
        assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
        assertEquals(ClientException.Fault.DATA, e.fault());
        assertEquals(List.of(), client.sql("SELECT * FROM news_data").list());
      }
      Files.delete(bad);
    }
  }

  @Test
  void aMissingRootIsNamed() {
    Path missing = root.resolve("nowhere");
    ClientException e = assertThrows(ClientException.class, () -> MarketDataClient.open(missing));
    assertTrue(e.getMessage().contains(missing.toString()), e.getMessage());
    assertEquals(ClientException.Fault.DATA, e.fault());
  }

  @Test
  void theColumnsOfTheNaturalKeyAreReadFromTheSchema() {
    assertEquals(
        List.of("symbol", "interval", "event_time"),
        DatasetSchema.keyColumns(Dataset.STOCK_MOVEMENTS));
    assertEquals(List.of("symbol"), DatasetSchema.keyColumns(Dataset.FINANCIAL_DATA));
    assertEquals(List.of("symbol"), DatasetSchema.keyColumns(Dataset.NEWS_DATA));
    assertEquals(
        List.of("indicator", "country", "observation_date"),
        DatasetSchema.keyColumns(Dataset.MACROECONOMIC_DATA));
    assertEquals(List.of("kind", "starts_on"), DatasetSchema.keyColumns(Dataset.POLICY_DATA));
  }
}
