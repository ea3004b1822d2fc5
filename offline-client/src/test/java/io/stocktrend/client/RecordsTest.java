package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.model.Announcement;
import io.stocktrend.client.model.Article;
import io.stocktrend.client.model.Movement;
import io.stocktrend.client.model.Observation;
import io.stocktrend.client.model.Quote;
import io.stocktrend.record.Dataset;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordsTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");
  private static final Map<Dataset, Class<? extends Record>> TYPES =
      Map.of(
          Dataset.FINANCIAL_DATA, Quote.class,
          Dataset.STOCK_MOVEMENTS, Movement.class,
          Dataset.NEWS_DATA, Article.class,
          Dataset.MACROECONOMIC_DATA, Observation.class,
          Dataset.POLICY_DATA, Announcement.class);
  private static final Map<String, String> JAVA_TYPES =
      Map.of(
          "VARCHAR", "String",
          "DOUBLE", "Double",
          "BIGINT", "Long",
          "BOOLEAN", "Boolean",
          "TIMESTAMP WITH TIME ZONE", "Instant",
          "DATE", "LocalDate",
          "VARCHAR[]", "List",
          "MAP(VARCHAR, DOUBLE)", "Map");

  @TempDir private Path root;

  @ParameterizedTest
  @EnumSource
  void aRecordHasTheColumnsOfItsSchemaInOrder(Dataset dataset) {
    Class<? extends Record> type = TYPES.get(dataset);
    assertEquals(dataset.schema().getName(), type.getSimpleName());
    assertEquals(
        dataset.schema().getFields().stream().map(Schema.Field::name).toList(),
        RecordReader.columns(type));
    assertEquals(
        DatasetSchema.columns(dataset).stream()
            .map(
                column ->
                    column.type().equals("BOOLEAN") && !column.nullable()
                        ? "boolean"
                        : JAVA_TYPES.get(column.type()))
            .toList(),
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .map(Class::getSimpleName)
            .toList());
  }

  private void quote() {
    TestData.part(
        root, Dataset.FINANCIAL_DATA, T, "a.parquet", List.of(TestData.quote("AAPL", T, 201.5)));
  }

  @Test
  void rowsComeAsRecords() {
    quote();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      Quote quote = client.financialData().list(Quote.class).get(0);
      assertEquals("AAPL", quote.symbol());
      assertEquals(201.5, quote.close());
      assertEquals(T, quote.knownAt());
      assertNull(quote.marketCap());
    }
  }

  private record Price(String symbol, double close) {}

  private record Grown(String symbol, double growth) {}

  private record Wrong(Long symbol) {}

  private record Unknown(double open) {}

  record Picky(String symbol) {
    Picky {
      throw new IllegalArgumentException("not " + symbol);
    }
  }

  @Test
  void anyRecordWhoseComponentsAreColumnsWillDo() {
    quote();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(List.of(new Price("AAPL", 201.5)), client.financialData().list(Price.class));
      assertEquals(
          List.of(new Grown("AAPL", 403)),
          client
              .question("SELECT symbol, close * 2 AS growth FROM financial_data")
              .list(Grown.class));
    }
  }

  @Test
  void aRecordThatDoesNotFitIsNamedWithItsColumn() {
    quote();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      refuses(client, Grown.class, "has no column 'growth'");
      refuses(client, Wrong.class, "Wrong has Long for the column 'symbol', which holds String");
      refuses(client, Unknown.class, "Unknown has double for the column 'open', which holds null");
      refuses(client, Picky.class, "not AAPL");
      Question other = client.question("SELECT 1 AS symbool");
      assertTrue(
          assertThrows(ClientException.class, () -> other.list(Wrong.class))
              .getMessage()
              .contains("did you mean 'symbool'?"));
    }
  }

  private static void refuses(
      MarketDataClient client, Class<? extends Record> type, String message) {
    DatasetQuery query = client.financialData();
    ClientException e = assertThrows(ClientException.class, () -> query.list(type));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
