package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceSettingsTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  @Test
  void theDefaultsAreThoseOfTheDocumentation() {
    SourceSettings settings = read(Map.of());
    assertEquals(Instant.parse("2026-11-02T13:00:00Z"), settings.schedule().after(NOON));
    assertTrue(settings.catchUp());
    assertEquals(100, settings.batchSize());
    assertEquals(Path.of("data/state"), settings.stateDir());
    assertEquals(4, settings.concurrency());
  }

  @Test
  void everyKeyIsMapped() {
    SourceSettings settings =
        read(
            Map.of(
                "schedule", "0 9 * * *",
                "timeZone", "America/New_York",
                "catchUp", "false",
                "batchSize", "7",
                "stateDir", "elsewhere",
                "concurrency", "2"));
    assertEquals(Instant.parse("2026-11-02T14:00:00Z"), settings.schedule().after(NOON));
    assertFalse(settings.catchUp());
    assertEquals(7, settings.batchSize());
    assertEquals(Path.of("elsewhere"), settings.stateDir());
    assertEquals(2, settings.concurrency());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schedule|hourly|five cron fields (minute, hour, day of month, month, day of week), e.g. 0 *"
            + " * * *",
        "schedule|0 0 30 2 *|five cron fields (minute, hour, day of month, month, day of week), e.g."
            + " 0 * * * *",
        "timeZone|Mars|a time zone such as UTC or America/New_York",
        "catchUp|maybe|true or false",
        "batchSize|0|a whole number from 1 to 100000",
        "batchSize|many|a whole number from 1 to 100000",
        "concurrency|65|a whole number from 1 to 64"
      })
  void aWrongValueIsRefusedWithWhatIsAllowed(String key, String value, String allowed) {
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> read(Map.of(key, value)));
    assertEquals(
        "source quotes: " + key + " = '" + value + "' is not allowed: give " + allowed,
        refusal.getMessage());
  }

  private static SourceSettings read(Map<String, String> values) {
    return SourceSettings.of(Settings.of("source quotes", values), "0 * * * *");
  }
}
