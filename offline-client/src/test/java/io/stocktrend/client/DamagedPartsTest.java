package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.Quote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedPartsTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");

  @TempDir private Path root;
  private Path whole;
  private byte[] bytes;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void aWholePartOfThreeThousandRows() throws Exception {
    List<Quote> quotes =
        IntStream.range(0, 3000).mapToObj(i -> TestData.quote("S" + i, T, i / 7.0)).toList();
    whole = TestData.part(root, Dataset.FINANCIAL_DATA, T, "whole.parquet", quotes);
    bytes = Files.readAllBytes(whole);
  }

  private Path half() throws Exception {
    return Files.write(
        whole.resolveSibling("half.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
  }

  private Path noise() throws Exception {
    byte[] noise = bytes.clone();
    Arrays.fill(noise, 200, bytes.length / 2, (byte) 0x5a);
    return Files.write(whole.resolveSibling("noise.parquet"), noise);
  }

  @Test
  void theRestAnswersAndEachDamagedPartIsNamedOnce() throws Exception {
    Path half = half();
    Path noise = noise();
    Path exported = root.resolve("out.parquet");
    try (MarketDataClient client =
        MarketDataClient.open(root, ReadOptions.DEFAULT.leavingOutDamage(warnings::add))) {
      assertEquals(3000, client.financialData().list().size());
      assertEquals(3000, client.financialData().count());
      assertEquals(
          3000L, client.sql("SELECT count(*) AS n FROM financial_data").list().get(0).get("n"));
      client.financialData().export(exported, Format.PARQUET);
      Row overview = client.datasets().list().get(0);
      assertEquals(1L, overview.get("files"));
      assertEquals(3000L, overview.get("rows"));
    }
    assertEquals(2, warnings.size(), warnings.toString());
    for (Path damaged : List.of(half, noise)) {
      assertTrue(
          warnings.stream().anyMatch(warning -> warning.contains(damaged.toString())),
          warnings.toString());
    }
  }

  @Test
  void aPartThatIsReplacedByAWholeOneIsReadAgain() throws Exception {
    Path half = half();
    try (MarketDataClient client =
        MarketDataClient.open(root, ReadOptions.DEFAULT.leavingOutDamage(warnings::add))) {
      Files.delete(whole);
      assertEquals(0, client.financialData().count());
      Files.write(half, bytes);
      assertEquals(3000, client.financialData().count());
    }
    assertEquals(1, warnings.size());
  }

  @Test
  void anExportIsMadeAgainWithoutThePartThatTurnsOutDamaged() throws Exception {
    noise();
    for (Format format : Format.values()) {
      Path file = root.resolve("out." + format.id());
      warnings.clear();
      try (MarketDataClient client =
          MarketDataClient.open(root, ReadOptions.DEFAULT.leavingOutDamage(warnings::add))) {
        client.financialData().export(file, format);
      }
      assertEquals(1, warnings.size(), format + ": " + warnings);
      assertTrue(Files.size(file) > 1000);
    }
  }

  @Test
  void strictlyADamagedPartFailsTheQuestion() throws Exception {
    Path half = half();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertTrue(
          assertThrows(ClientException.class, () -> client.financialData().count())
              .getMessage()
              .contains(half.toString()));
    }
  }
}
