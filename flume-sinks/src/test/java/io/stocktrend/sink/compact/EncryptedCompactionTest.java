package io.stocktrend.sink.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.KeyRing;
import io.stocktrend.sink.file.Compression;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.file.ParquetFormat;
import io.stocktrend.sink.file.PartWriter;
import io.stocktrend.sink.primary.PartReader;
import io.stocktrend.sink.primary.PrimaryDay;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptedCompactionTest {
  private static final KeyRing KEYS = KeyRing.EMPTY.with("old", key(1)).with("new", key(2));

  @TempDir Path root;
  private PrimaryDay day;

  @BeforeEach
  void partsOfTwoKeysAndOfNone() throws Exception {
    day = Bars.day(root);
    write("part-1", new Encryption("old", KEYS), Bars.running("AAPL", 1));
    write("part-2", new Encryption("new", KEYS), Bars.running("MSFT", 1));
    write("part-3", Encryption.NONE, Bars.running("NVDA", 1));
  }

  @Test
  void theNewFileIsEncryptedWithTheKeyThatIsNamed() throws Exception {
    Outcome outcome = compact(new Encryption("new", KEYS));

    assertEquals(List.of(), outcome.skipped);
    Path file = day.parts().get(0);
    assertEquals(1, day.parts().size());
    assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).endsWith("PARE"));
    assertEquals(
        List.of("AAPL", "MSFT", "NVDA"),
        symbols(file, new Encryption("", KeyRing.EMPTY.with("new", key(2)))));
  }

  @Test
  void withoutANamedKeyTheDayStaysAsItIs() throws Exception {
    Outcome outcome = compact(new Encryption("", KEYS));

    assertEquals(3, day.parts().size());
    assertEquals(
        List.of(
            "stock_movements 2026-11-02: the parts of stock_movements 2026-11-02 are encrypted:"
                + " name the key for the new file with --key-name (encryption.keyName of the"
                + " agent's sink)"),
        outcome.skipped);
  }

  @Test
  void aKeyThatIsNotKnownIsNamedAndTheDayStaysAsItIs() throws Exception {
    Outcome outcome = compact(new Encryption("new", KeyRing.EMPTY.with("new", key(2))));

    assertEquals(3, day.parts().size());
    assertTrue(
        outcome.skipped.get(0).contains("it is encrypted with the key 'old', which is not known"),
        outcome.skipped::toString);
  }

  private Outcome compact(Encryption encryption) throws Exception {
    Outcome outcome = new Outcome();
    Compactor.of(root, encryption, false, outcome)
        .compact(Dataset.STOCK_MOVEMENTS, Bars.DAY.plusDays(1));
    return outcome;
  }

  private void write(String name, Encryption encryption, GenericRecord bar) throws Exception {
    Files.createDirectories(day.folder());
    ParquetFormat format = new ParquetFormat(new Configuration(), Compression.SNAPPY, encryption);
    Path part = day.folder().resolve(name + ".parquet");
    try (PartWriter writer = format.open(new LocalOutputFile(part), day.dataset())) {
      writer.write(bar);
    }
  }

  private List<String> symbols(Path file, Encryption encryption) throws Exception {
    List<String> symbols = new ArrayList<>();
    try (PartReader reader = PartReader.open(file, day.dataset(), encryption)) {
      for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
        symbols.add(row.get("symbol").toString());
      }
    }
    return symbols;
  }

  private static String key(int fill) {
    byte[] bytes = new byte[16];
    bytes[0] = (byte) fill;
    return Base64.getEncoder().encodeToString(bytes);
  }
}
