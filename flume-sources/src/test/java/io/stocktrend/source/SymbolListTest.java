package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolListTest {
  private static final List<String> DEFAULTS = List.of("AAPL", "MSFT");

  @TempDir Path folder;

  @Test
  void symbolsAreReadOnceEachInTheirOrder() {
    assertEquals(DEFAULTS, read(Map.of()));
    assertEquals(
        List.of("TSLA", "BRK.B", "^GSPC", "BTC-USD"),
        read(Map.of("symbols", "tsla, BRK.B ^GSPC,TSLA BTC-USD")));
  }

  @Test
  void aFileHasOneSymbolALine() throws Exception {
    Path file = Files.writeString(folder.resolve("s.txt"), "\uFEFFAAPL # Apple\n\n# none\nKO\r\n");
    assertEquals(List.of("AAPL", "KO"), read(Map.of("symbols", "@" + file)));
  }

  @Test
  void theShardsOfAUniverseAreItsPartition() {
    String universe = "AAPL,MSFT,GOOGL,AMZN,NVDA,META,TSLA,KO,PEP,IBM";
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      all.addAll(read(Map.of("symbols", universe, "shard", i + "/3")));
    }
    assertEquals(
        List.of(universe.split(",", -1)).stream().sorted().toList(),
        all.stream().sorted().toList());
  }

  @Test
  void aShardWithoutAnySymbolIsRefused() {
    assertEquals(List.of("AAPL"), read(Map.of("symbols", "AAPL", "shard", "1/4")));
    assertEquals(
        "source quotes: shard = '2/4' is not allowed: give a part that has one of the symbols (1),"
            + " or fewer parts",
        refusal(Map.of("symbols", "AAPL", "shard", "2/4")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "symbols|AA/PL|ticker symbols such as AAPL or BRK.B",
        "symbols|,|at least one symbol",
        "shard|3/2|a part of the symbols such as 2/4",
        "shard|0/2|a part of the symbols such as 2/4",
        "shard|half|a part of the symbols such as 2/4"
      })
  void aWrongValueIsRefusedWithWhatIsAllowed(String key, String value, String allowed) {
    String message = refusal(Map.of(key, value));
    assertTrue(message.startsWith("source quotes: " + key + " = '"), message);
    assertTrue(message.endsWith("' is not allowed: give " + allowed), message);
  }

  @Test
  void aFileThatIsMissingOrBinaryIsRefused() throws Exception {
    Path binary = Files.write(folder.resolve("b"), new byte[] {(byte) 0xFF, (byte) 0xC0});
    for (String name : List.of("@" + binary, "@" + folder.resolve("none"))) {
      String message = refusal(Map.of("symbols", name));
      assertTrue(message.contains("give a readable file with one symbol a line"), message);
    }
  }

  private static List<String> read(Map<String, String> values) {
    return SymbolList.read(Settings.of("source quotes", values), DEFAULTS);
  }

  private static String refusal(Map<String, String> values) {
    return assertThrows(ConfigurationException.class, () -> read(values)).getMessage();
  }
}
