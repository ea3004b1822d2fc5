package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetQueryTest {
  private static final Instant MONDAY = Instant.parse("2026-11-02T15:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-03T15:00:00.000001Z");

  @TempDir private Path root;

  private void quotes() {
    TestData.quotes(
        root, MONDAY, TestData.quote("AAPL", MONDAY, 200.5), TestData.quote("MSFT", MONDAY, 400));
    TestData.part(
        root,
        Dataset.FINANCIAL_DATA,
        TUESDAY,
        "b.parquet",
        List.of(TestData.quote("AAPL", TUESDAY, 210)));
  }

  private static List<Object> values(List<Row> rows, String column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  @Test
  void theNewestVersionOfEachFactIsShown() {
    quotes();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      List<Row> rows = client.financialData().columns("symbol", "close", "known_at").list();
      assertEquals(List.of("MSFT", "AAPL"), values(rows, "symbol"));
      assertEquals(List.of(400.0, 210.0), values(rows, "close"));
      assertEquals(List.of(MONDAY, TUESDAY), values(rows, "known_at"));
    }
  }

  @Test
  void theRangeIsAppliedBeforeTheNewestVersionIsTaken() {
    quotes();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(
          List.of(200.5),
          values(client.financialData().symbols("AAPL").to(TUESDAY).list(), "close"));
      assertEquals(List.of(210.0), values(client.financialData().from(TUESDAY).list(), "close"));
    }
  }

  @Test
  void theRangeHoldsItsStartAndNotItsEnd() {
    quotes();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(2, client.financialData().from(MONDAY).to(TUESDAY).count());
      assertEquals(0, client.financialData().from(MONDAY).to(MONDAY).count());
    }
  }

  @Test
  void allVersionsAreTheHistory() {
    quotes();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      List<Row> rows = client.financialData().symbols("AAPL").allVersions().list();
      assertEquals(List.of(200.5, 210.0), values(rows, "close"));
    }
  }

  @Test
  void aConditionChoosesAmongNewestVersions() {
    quotes();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(
          List.of("MSFT"),
          values(client.financialData().where("close <> 210 -- all").list(), "symbol"));
    }
  }

  @Test
  void aConditionCannotEndTheStatement() {
    quotes();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      DatasetQuery query =
          client.financialData().where("true); COPY (SELECT 1) TO '" + root + "/x.csv'; SELECT (1");
      assertEquals(
          ClientException.Fault.REQUEST, assertThrows(ClientException.class, query::list).fault());
      assertTrue(Files.notExists(root.resolve("x.csv")));
    }
  }

  @Test
  void aRedeliveredRecordIsOneRow() {
    quotes();
    TestData.part(
        root,
        Dataset.FINANCIAL_DATA,
        MONDAY,
        "again.parquet",
        List.of(TestData.quote("AAPL", MONDAY, 200.5), TestData.quote("AAPL", MONDAY, 200.5)));
    TestData.part(
        root,
        Dataset.FINANCIAL_DATA,
        TUESDAY,
        "fetched-again.parquet",
        List.of(TestData.quote("MSFT", MONDAY, MONDAY, TUESDAY, 400)));
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(3, client.financialData().allVersions().count());
      assertEquals(2, client.financialData().count());
      assertEquals(
          3L, client.sql("SELECT count(*) AS n FROM financial_data_all").list().get(0).get("n"));
      Row overview = client.datasets().list().get(0);
      assertEquals(List.of("financial_data", 3L, 4L, MONDAY, TUESDAY, TUESDAY), overview.values());
      assertEquals(
          List.of(TUESDAY), values(client.financialData().symbols("MSFT").list(), "collected_at"));
    }
  }

  @Test
  void aPartPublishedWhileTheClientIsOpenIsSeen() {
    quotes();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(2, client.financialData().count());
      TestData.part(
          root,
          Dataset.FINANCIAL_DATA,
          TUESDAY,
          "c.parquet",
          List.of(TestData.quote("TSLA", TUESDAY, 1)));
      assertEquals(3, client.financialData().count());
    }
  }

  @Test
  void whatIsBeingWrittenIsNotRead() throws Exception {
    quotes();
    Path day = TestData.file(root, Dataset.FINANCIAL_DATA, MONDAY, "a.parquet").getParent();
    Files.writeString(day.resolve("_draft.parquet"), "PAR1 and then nothing");
    Files.writeString(day.resolve(".draft.parquet"), "PAR1 and then nothing");
    Files.writeString(day.resolve("_SUCCESS"), "");
    Path hidden = day.resolveSibling("_date=2026-11-05");
    Files.createDirectory(hidden);
    Files.writeString(hidden.resolve("x.parquet"), "PAR1 and then nothing");
    Files.createDirectory(day.resolveSibling("date=soon"));
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(3, client.financialData().allVersions().count());
      assertEquals(2, client.partFiles(Dataset.FINANCIAL_DATA).size());
    }
  }

  @Test
  void twoAnswersCanBeReadAtOnce() {
    quotes();
    try (MarketDataClient client = MarketDataClient.open(root);
        Table first = client.financialData().table()) {
      assertEquals(2, client.financialData().count());
      assertEquals(2, first.list().size());
    }
  }

  @Test
  void unknownNamesAndWrongValuesAreRefusedWithAHint() {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(
          "financial_data has no column 'clsoe': did you mean 'close'?",
          assertThrows(ClientException.class, () -> client.financialData().columns("clsoe"))
              .getMessage());
      assertThrows(ClientException.class, () -> client.financialData().limit(-1));
      assertThrows(
          ClientException.class, () -> client.financialData().from(TUESDAY).to(MONDAY).list());
    }
  }

  @Test
  void limitCountsRows() {
    quotes();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(1, client.financialData().limit(1).list().size());
      assertEquals(1, client.financialData().limit(1).count());
      assertEquals(0, client.financialData().limit(0).count());
    }
  }

  @Test
  void symbolsAreTakenLiterallyAndNoneGiveNoRows() {
    quotes();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(2, client.financialData().symbols("AAPL", "MSFT", "NONE").count());
      assertEquals(0, client.financialData().symbols("A%", "') OR ('1' = '1").count());
      assertEquals(0, client.financialData().symbols(List.of()).count());
      assertEquals(0, client.policyData().symbols(List.of()).count());
    }
  }
}
