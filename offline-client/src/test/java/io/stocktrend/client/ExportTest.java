package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Article;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00.123456Z");

  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void twoQuotes() throws IOException {
    root = Files.createDirectory(folder.resolve("data"));
    TestData.quotes(root, T, TestData.quote("AAPL", T, -1.5), TestData.quote("MSFT", T, 400));
  }

  private static Article article(String headline, int number) {
    return Article.newBuilder()
        .setRecordId(RecordId.of("AAPL|" + number, T))
        .setEventTime(T)
        .setKnownAt(T)
        .setCollectedAt(T)
        .setProvider("finnhub")
        .setSymbol("AAPL")
        .setHeadline(headline)
        .setSentimentScore(-0.5)
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CSV     | symbol,close\\r\\nAAPL,-1.5\\r\\nMSFT,400.0\\r\\n
          RAW_CSV | symbol,close\\r\\nAAPL,-1.5\\r\\nMSFT,400.0\\r\\n
          JSON    | [\\n{"symbol":"AAPL","close":-1.5},\\n{"symbol":"MSFT","close":400.0}\\n]\\n
          JSONL   | {"symbol":"AAPL","close":-1.5}\\n{"symbol":"MSFT","close":400.0}\\n
          """)
  void textFormatsHoldTheRowsOfTheQuestion(Format format, String expected) throws IOException {
    Path file = folder.resolve("out");
    try (MarketDataClient client = MarketDataClient.open(root)) {
      client.financialData().columns("symbol", "close").export(file, format);
    }
    assertEquals(expected.translateEscapes(), Files.readString(file));
  }

  @Test
  void parquetKeepsTypesAndValues() {
    Path file = root.resolve("raw/news_data/date=2026-11-02/out.parquet");
    try (MarketDataClient client = MarketDataClient.open(root)) {
      file.getParent().toFile().mkdirs();
      client.financialData().export(file, Format.PARQUET);
      Table exported = client.sql("FROM read_parquet('" + file + "')");
      Table stored = client.financialData().table();
      assertEquals(stored.columns(), exported.columns().subList(0, stored.columns().size()));
      List<List<Object>> values = new ArrayList<>();
      exported.list().forEach(row -> values.add(row.values().subList(0, 23)));
      assertEquals(stored.list().stream().map(Row::values).toList(), values);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDatasetIsExportedByItsName(Format format) throws IOException {
    Path file = folder.resolve("out." + format.id());
    try (MarketDataClient client = MarketDataClient.open(root)) {
      client.exportData("financial_data", file, format);
      assertTrue(Files.size(file) > 100);
      ClientException e =
          assertThrows(
              ClientException.class, () -> client.exportData("finance_data", file, format));
      assertTrue(e.getMessage().contains("did you mean 'financial_data'"), e.getMessage());
      assertEquals(Fault.REQUEST, e.fault());
    }
    assertNothingIsLeftBesides("out." + format.id());
  }

  @Test
  void textsThatASpreadsheetWouldTakeForFormulasAreHarmlessUnlessRaw() throws IOException {
    List<String> headlines =
        List.of("=1+1", "+1", "-5 % today", "@SUM(A1)", "\tx", "\rx", "a=b", "'=1", "");
    List<Article> articles =
        IntStream.range(0, headlines.size()).mapToObj(i -> article(headlines.get(i), i)).toList();
    TestData.part(root, Dataset.NEWS_DATA, T, "n.parquet", articles);
    String safe =
        "'=1+1,-0.5 '+1,-0.5 '-5 % today,-0.5 '@SUM(A1),-0.5 '\tx,-0.5 \"'\rx\",-0.5 a=b,-0.5 '=1,-0.5"
            + " \"\",-0.5 ";
    String raw =
        "=1+1,-0.5 +1,-0.5 -5 % today,-0.5 @SUM(A1),-0.5 \tx,-0.5 \"\rx\",-0.5 a=b,-0.5 '=1,-0.5"
            + " \"\",-0.5 ";
    assertEquals(safe, exported(Format.CSV));
    assertEquals(raw, exported(Format.RAW_CSV));
  }

  private String exported(Format format) throws IOException {
    Path file = folder.resolve("news.csv");
    try (MarketDataClient client = MarketDataClient.open(root)) {
      client.newsData().columns("headline", "sentiment_score").export(file, format);
    }
    return Files.readString(file).replaceFirst("^.*\r\n", "").replace("\r\n", " ");
  }

  @ParameterizedTest
  @EnumSource
  void aFailureLeavesTheOldFileAndNoHalfOne(Format format) throws IOException {
    Path file = Files.writeString(folder.resolve("out"), "old");
    String fails =
        "SELECT CASE WHEN i = 900000 THEN error('late') END AS x FROM range(1000000) t(i)";
    try (MarketDataClient client = MarketDataClient.open(root)) {
      Question question = client.question(fails);
      ClientException e = assertThrows(ClientException.class, () -> question.export(file, format));
      assertTrue(e.getMessage().contains("late"), e.getMessage());
    }
    assertEquals("old", Files.readString(file));
    assertNothingIsLeftBesides("out");
  }

  @ParameterizedTest
  @EnumSource
  void whereNoFileCanBeIsNamed(Format format) throws IOException {
    Path file = Files.createFile(folder.resolve("file")).resolve("below/out");
    try (MarketDataClient client = MarketDataClient.open(root)) {
      for (Path impossible : List.of(file, folder)) {
        ClientException e =
            assertThrows(
                ClientException.class, () -> client.financialData().export(impossible, format));
        assertTrue(e.getMessage().startsWith("cannot write " + impossible), e.getMessage());
        assertEquals(Fault.DATA, e.fault());
      }
    }
    assertNothingIsLeftBesides("file");
  }

  @Test
  void anExportToParquetOpensNoFilesToTheStatement() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
    Path file = folder.resolve("out.parquet");
    try (MarketDataClient client = MarketDataClient.open(root)) {
      for (String sql :
          List.of("FROM read_csv('" + secret + "')", "COPY (SELECT 1) TO '" + secret + "'")) {
        Question question = client.question(sql);
        assertEquals(
            Fault.REQUEST,
            assertThrows(ClientException.class, () -> question.export(file, Format.PARQUET))
                .fault());
      }
    }
    assertEquals("a\n1\n", Files.readString(secret));
    assertNothingIsLeftBesides("secret.csv");
  }

  @ParameterizedTest
  @EnumSource
  void aLongExportTellsHowFarItIs(Format format) {
    List<Double> parts = Collections.synchronizedList(new ArrayList<>());
    try (MarketDataClient client = MarketDataClient.open(root)) {
      client
          .question("SELECT md5(i::VARCHAR) AS x, random() AS y FROM range(400000) t(i) ORDER BY x")
          .export(folder.resolve("out"), format, parts::add);
    }
    assertTrue(parts.stream().allMatch(part -> part >= 0 && part <= 1), parts.toString());
    assertTrue(format == Format.PARQUET || parts.size() == 40, parts.toString());
  }

  private void assertNothingIsLeftBesides(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          Stream.of("data", name).sorted().toList(),
          files.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }
}
