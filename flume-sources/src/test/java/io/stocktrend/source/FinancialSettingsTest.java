package io.stocktrend.source;

import static io.stocktrend.source.FinancialBench.CANARY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.provider.LogTape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which providers serve by the settings of the source, and which settings are refused. */
class FinancialSettingsTest {
  @TempDir Path folder;
  private FinancialBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new FinancialBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void providersWithoutTheirKeyAreLeftOutWithOneWarning() {
    try (LogTape tape = new LogTape()) {
      bench.start(Map.of());
      List<String> warnings = tape.lines("WARN", "");
      assertEquals(1, warnings.size(), tape::all);
      assertTrue(
          warnings
              .get(0)
              .contains(
                  "leaves providers out, the others serve; there is no key for finnhub and"
                      + " alphavantage: put it into conf/credentials.json"),
          warnings.get(0));
      bench.stop();
    }
  }

  @Test
  void aSourceWithoutAnyProviderLeftSaysWhichKeysWouldHelp() {
    String message = refusal(Map.of("providers", "finnhub, alphavantage", "apiKey.finnhub", " "));
    assertEquals(
        "source quotes: no provider is left to ask; there is no key for finnhub and alphavantage:"
            + " put it into conf/credentials.json and name it in the agent file as apiKey.finnhub",
        message);
  }

  @Test
  void wrongProvidersAreRefused() {
    assertEquals(
        "source quotes: providers = 'yaho' is not allowed: give a list of yahoo, finnhub,"
            + " alphavantage: did you mean 'yahoo'?",
        refusal(Map.of("providers", "finnhub, yaho")));
    assertTrue(refusal(Map.of("providers", ",")).contains("give a list of yahoo, finnhub"));
    assertEquals(
        "source quotes: the key apiKey.finhub is unknown: did you mean 'apiKey.finnhub'?",
        refusal(Map.of("apiKey.finhub", CANARY)));
    assertFalse(refusal(Map.of("apikey.finnhub", CANARY)).contains(CANARY));
  }

  @Test
  void anUnresolvedPlaceholderIsRefused() {
    String message = refusal(Map.of("apiKey.finnhub", "${credentials['finnhub_apiKey']}"));
    assertTrue(message.contains("still holds a placeholder"), message);
  }

  private String refusal(Map<String, String> values) {
    return assertThrows(ConfigurationException.class, () -> bench.configure(values)).getMessage();
  }
}
