package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptedPartsTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-03T15:00:00Z");
  private static final String QUOTES =
      "SELECT symbol || ' ' || close || ' ' || date AS q FROM financial_data ORDER BY symbol";

  @TempDir private Path folder;

  private static byte[] key(char letter) {
    return String.valueOf(letter).repeat(16).getBytes(StandardCharsets.US_ASCII);
  }

  private void encrypted(
      Dataset dataset, Instant collected, char key, List<? extends SpecificRecord> records) {
    String name = "key-" + key;
    TestData.part(
        folder,
        dataset,
        collected,
        name + ".parquet",
        records,
        FileEncryptionProperties.builder(key(key)).withFooterKeyID(name).build());
  }

  private Optional<Path> keys(char... letters) throws IOException {
    StringBuilder json = new StringBuilder();
    for (char letter : letters) {
      json.append(json.isEmpty() ? "" : ",");
      json.append(
          "\"key-%s\": \"%s\"".formatted(letter, Base64.getEncoder().encodeToString(key(letter))));
    }
    return Optional.of(file("{\"finnhub\": {\"apiKey\": \"x\"}, \"parquet\": {" + json + "}}"));
  }

  private Path file(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("keys.json"), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private MarketDataClient opened(Optional<Path> keys) {
    return MarketDataClient.open(folder, new ReadOptions(keys, Optional.empty()));
  }

  private String refusal(Optional<Path> keys) {
    return assertThrows(
            ClientException.class,
            () -> {
              try (MarketDataClient client = opened(keys)) {
                client.sql(QUOTES).list();
              }
            })
        .getMessage();
  }

  @Test
  void plainPartsAndPartsOfSeveralKeysAreOneTable() throws IOException {
    TestData.part(
        folder, Dataset.FINANCIAL_DATA, T, "plain.parquet", List.of(TestData.quote("A", T, 1)));
    encrypted(Dataset.FINANCIAL_DATA, T, 's', List.of(TestData.quote("B", T, 2)));
    encrypted(
        Dataset.FINANCIAL_DATA,
        LATER,
        'a',
        List.of(TestData.quote("C", T, 3), TestData.quote("A", LATER, 9)));
    try (MarketDataClient client = opened(keys('s', 'a'))) {
      assertEquals(
          "[[A 9.0 2026-11-03], [B 2.0 2026-11-02], [C 3.0 2026-11-03]]",
          client.sql(QUOTES).list().toString());
      assertEquals(
          List.of(T, LATER),
          client.sql("SELECT DISTINCT known_at FROM financial_data ORDER BY 1").list().stream()
              .map(row -> row.get("known_at"))
              .toList());
    }
  }

  @Test
  void whatIsPublishedAndRemovedMeanwhileIsSeen() throws IOException {
    encrypted(Dataset.FINANCIAL_DATA, T, 's', List.of(TestData.quote("B", T, 2)));
    try (MarketDataClient client = opened(keys('s', 'a'))) {
      assertEquals("[[B 2.0 2026-11-02]]", client.sql(QUOTES).list().toString());
      encrypted(Dataset.FINANCIAL_DATA, T, 'a', List.of(TestData.quote("C", T, 3)));
      Files.delete(TestData.file(folder, Dataset.FINANCIAL_DATA, T, "key-s.parquet"));
      assertEquals("[[C 3.0 2026-11-02]]", client.sql(QUOTES).list().toString());
    }
  }

  @Test
  void withoutTheKeyItSaysWhichOneAndWhereItBelongs() throws IOException {
    encrypted(Dataset.FINANCIAL_DATA, T, 's', List.of(TestData.quote("B", T, 2)));
    String refusal = refusal(keys('a'));
    assertTrue(
        refusal.contains("is encrypted with the key 'key-s': name a file that holds"), refusal);
  }

  @Test
  void aWrongKeyIsToldFromAMissingOne() throws IOException {
    encrypted(Dataset.FINANCIAL_DATA, T, 's', List.of(TestData.quote("B", T, 2)));
    String other = Base64.getEncoder().encodeToString(key('x'));
    String refusal = refusal(Optional.of(file("{\"parquet\": {\"key-s\": \"" + other + "\"}}")));
    assertTrue(refusal.contains("the key of its name is not the one that encrypted it"), refusal);
  }

  @Test
  void aKeyFileThatOthersMayReadOrThatHoldsNoKeyIsRefusedWithoutShowingIt() throws IOException {
    Path open = keys('s').orElseThrow();
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    assertTrue(refusal(Optional.of(open)).contains("run chmod 600 "));
    String wrong = refusal(Optional.of(file("{\"parquet\": {\"k\": \"hunter2!\"}}")));
    assertTrue(
        wrong.endsWith("the key 'k' is not base64: make one with 'openssl rand -base64 32'"),
        wrong);
    String torn = refusal(Optional.of(file("{\"parquet\": hunter2")));
    assertTrue(torn.endsWith("is not JSON"), torn);
  }
}
