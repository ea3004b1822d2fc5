package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.file.Encryption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.Sink.Status;
import org.apache.flume.conf.ConfigurationException;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.crypto.FileDecryptionProperties;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncryptionTest {
  private static final String SPRING = key(16, 's');
  private static final String AUTUMN = key(32, 'a');

  @TempDir Path base;

  private static String key(int bytes, char letter) {
    return Base64.getEncoder()
        .encodeToString(String.valueOf(letter).repeat(bytes).getBytes(StandardCharsets.US_ASCII));
  }

  private static Map<String, String> with(String name, String key) {
    return Map.of("encryption.keyName", name, "encryption.key", key);
  }

  private static void store(Rig rig, Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("batchMaxDelay", "300ms");
    ParquetSink sink = rig.start(all);
    Rig.drain(sink);
    sink.stop();
  }

  /** Reads a part as any program that uses parquet-java would: the key is asked for by name. */
  private static List<String> symbols(Path part, Map<String, String> keys) throws IOException {
    FileDecryptionProperties decryption =
        FileDecryptionProperties.builder()
            .withKeyRetriever(
                name ->
                    Base64.getDecoder().decode(keys.get(new String(name, StandardCharsets.UTF_8))))
            .build();
    List<String> symbols = new ArrayList<>();
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(
                new LocalInputFile(part), new PlainParquetConfiguration())
            .withDataModel(new GenericData())
            .withDecryption(decryption)
            .build()) {
      for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
        symbols.add(row.get("symbol").toString());
      }
    }
    return symbols;
  }

  @ParameterizedTest
  @CsvSource({"16", "32"})
  void aPartIsReadWithTheKeyOfItsNameAndHoldsNoPlainText(int bytes) throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 300));
    store(rig, with("k2026", key(bytes, 'k')));
    Path part = rig.lake().parts().get(0);
    assertEquals(Quotes.symbols(0, 300), symbols(part, Map.of("k2026", key(bytes, 'k'))));
    String content = Files.readString(part, StandardCharsets.ISO_8859_1);
    assertTrue(content.startsWith("PARE") && content.endsWith("PARE"), "the footer is encrypted");
    for (String plain : List.of("yahoo", "S299", "record_id", "symbol", "parquet.avro.schema")) {
      assertFalse(content.contains(plain), plain);
    }
    assertTrue(content.contains("k2026"), "the key's name stands in the file");
  }

  @Test
  void withoutTheKeyNobodyReadsIt() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    store(rig, with("k2026", SPRING));
    assertThrows(RuntimeException.class, () -> rig.lake().symbols());
    Path part = rig.lake().parts().get(0);
    assertThrows(RuntimeException.class, () -> symbols(part, Map.of("k2026", key(16, 'x'))));
  }

  @Test
  void whatIsDeliveredAgainIsFoundInEncryptedAndInPlainParts() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 20));
    store(rig, Map.of());
    rig.put(Quotes.events(10, 40));
    store(rig, with("spring", SPRING));
    rig.put(Quotes.events(0, 60));
    store(rig, rotated(SPRING));
    Map<String, String> keys = Map.of("spring", SPRING, "autumn", AUTUMN);
    List<Path> parts = rig.lake().parts();
    assertEquals(3, parts.size());
    assertEquals(
        Quotes.symbols(0, 20),
        Lake.rows(parts.get(0)).stream().map(row -> row.get("symbol").toString()).toList());
    assertEquals(Quotes.symbols(20, 40), symbols(parts.get(1), keys));
    assertEquals(Quotes.symbols(40, 60), symbols(parts.get(2), keys));
  }

  private static Map<String, String> rotated(String retired) {
    return Map.of(
        "encryption.keyName", "autumn",
        "encryption.key", AUTUMN,
        "encryption.retired.spring", retired);
  }

  @Test
  void aPartWhoseKeyIsNotThereStopsTheSinkWithWhatToDo() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    store(rig, with("spring", SPRING));
    rig.put(Quotes.events(3, 5));
    assertContains(
        "it is encrypted with the key 'spring', which is not known here: add it as"
            + " encryption.retired.spring",
        warning(rig, with("autumn", AUTUMN)));
    assertContains("is not the one that encrypted it", warning(rig, rotated(key(16, 'x'))));
    store(rig, rotated(SPRING));
    assertEquals(2, rig.lake().parts().size());
  }

  private static void assertContains(String expected, String text) {
    assertTrue(text.contains(expected), text);
  }

  private static String warning(Rig rig, Map<String, String> settings) throws Exception {
    ParquetSink sink = rig.start(settings);
    try (LogLines log = new LogLines()) {
      assertEquals(Status.BACKOFF, sink.process());
      return String.join("\n", log.lines());
    } finally {
      sink.stop();
    }
  }

  private String refusal(Map<String, String> settings) {
    Rig rig = Rig.inMemory(base);
    return assertThrows(ConfigurationException.class, () -> rig.start(settings)).getMessage();
  }

  @Test
  void aKeyThatIsNoneIsRefusedWithoutBeingShown() {
    assertEquals(
        "sink parquet: encryption: the key 'k' is not base64: make one with 'openssl rand -base64"
            + " 32'",
        refusal(with("k", "hunter2!")));
    assertEquals(
        "sink parquet: encryption: the key 'k' has 24 bytes, but AES needs 16 or 32: make one with"
            + " 'openssl rand -base64 32'",
        refusal(with("k", key(24, 'k'))));
  }

  @Test
  void aKeyWithoutItsNameAndANameWithoutItsKeyAreRefused() {
    assertTrue(
        refusal(Map.of("encryption.key", SPRING))
            .startsWith("sink parquet: encryption.keyName is missing: give both"));
    assertTrue(
        refusal(with("k", "")).startsWith("sink parquet: encryption.key is missing: give both"));
    assertTrue(
        refusal(with("k", "${credentials['parquet_k']}")).contains("still holds a placeholder"));
  }

  @Test
  void aSinkThatOffersNoneSaysWhatToDoInstead() {
    Settings plain = Settings.of("sink csv", Map.of("path", "x"));
    Encryption.refuse(plain);
    Settings asked = Settings.of("sink csv", Map.of("encryption.key", SPRING));
    assertEquals(
        "sink csv: encryption.key is not offered here, only ParquetSink encrypts: take the key away"
            + " and put the path on an encrypted file system",
        assertThrows(ConfigurationException.class, () -> Encryption.refuse(asked)).getMessage());
  }
}
