package io.stocktrend.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SettingsTest {
  private enum Colour {
    RED,
    GREEN
  }

  @Test
  void valuesAreReadByType() {
    Settings settings =
        settings(
            Map.of(
                "path",
                " data ",
                "batchSize",
                "7",
                "catchUp",
                "FALSE",
                "delay",
                "5s",
                "colour",
                "green",
                "symbols",
                "A, B,,C"));

    assertEquals("data", settings.text("path"));
    assertEquals(7, settings.integer("batchSize", 1, 1, 10));
    assertFalse(settings.flag("catchUp", true));
    assertEquals(Duration.ofSeconds(5), delay(settings));
    assertEquals(Colour.GREEN, settings.choice("colour", Colour.RED));
    assertEquals(List.of("A", "B", "C"), settings.list("symbols", List.of()));
    settings.refuseUnknown();
  }

  @Test
  void aMissingOrBlankValueIsTheDefault() {
    Settings settings = settings(Map.of("path", " "));

    assertEquals("data", settings.text("path", "data"));
    assertEquals(3, settings.integer("batchSize", 3, 1, 10));
    assertTrue(settings.flag("catchUp", true));
    assertEquals(Duration.ofSeconds(1), delay(settings));
    assertEquals(Colour.RED, settings.choice("colour", Colour.RED));
  }

  @Test
  void durationsHaveUnitsAndABareNumberIsMilliseconds() {
    assertEquals(Duration.ofMillis(250), delay(settings(Map.of("delay", "250"))));
    assertEquals(Duration.ofMillis(250), delay(settings(Map.of("delay", "250ms"))));
    assertEquals(Duration.ofMinutes(1), delay(settings(Map.of("delay", "1 m"))));
  }

  @Test
  void everyRefusalNamesComponentKeyValueAndWhatIsAllowed() {
    assertRefused(() -> settings(Map.of()).text("path"), "sink parquet: path is missing: set it");
    assertRefused(
        () -> settings(Map.of("batchSize", "0")).integer("batchSize", 1, 1, 10),
        "sink parquet: batchSize = '0' is not allowed: give a whole number from 1 to 10");
    assertRefused(
        () -> settings(Map.of("batchSize", "many")).integer("batchSize", 1, 1, 10),
        "sink parquet: batchSize = 'many' is not allowed: give a whole number from 1 to 10");
    assertRefused(
        () -> settings(Map.of("catchUp", "yes")).flag("catchUp", true),
        "sink parquet: catchUp = 'yes' is not allowed: give true or false");
    assertRefused(
        () -> delay(settings(Map.of("delay", "2h"))),
        "sink parquet: delay = '2h' is not allowed: give a duration such as 500ms, 5s or 2m,"
            + " from 1ms to 1m");
    assertRefused(
        () -> delay(settings(Map.of("delay", "soon"))),
        "sink parquet: delay = 'soon' is not allowed: give a duration such as 500ms, 5s or 2m,"
            + " from 1ms to 1m");
    assertRefused(
        () -> settings(Map.of("colour", "blue")).choice("colour", Colour.RED),
        "sink parquet: colour = 'blue' is not allowed: give one of red, green");
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestKnownOneAndWithoutItsValue() {
    Settings settings = settings(Map.of("batchSise", "s3cret", "type", "x", "channel", "c"));
    settings.integer("batchSize", 1, 1, 10);

    assertRefused(
        settings::refuseUnknown,
        "sink parquet: the key batchSise is unknown: did you mean 'batchSize'?");
  }

  @Test
  void aGroupIsKnownAsAWhole() {
    Settings settings = settings(Map.of("apiKey.finnhub", "k", "apiKey.fred", ""));

    Map<String, String> keys = settings.group("apiKey.");

    assertEquals("k", keys.get("finnhub"));
    settings.refuseUnknown();
  }

  @Test
  void aPlaceholderThatNothingResolvedIsRefusedWithoutBeingShown() {
    ConfigurationException refusal =
        assertThrows(
            ConfigurationException.class,
            () -> settings(Map.of("password", "${credentials['pg']}")).text("password"));

    assertTrue(refusal.getMessage().contains("password still holds a placeholder"));
    assertFalse(refusal.getMessage().contains("credentials['pg']"));
  }

  private static Duration delay(Settings settings) {
    return settings.duration(
        "delay", Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofMinutes(1));
  }

  private static Settings settings(Map<String, String> values) {
    return Settings.of("sink parquet", new Context(values));
  }

  private static void assertRefused(Executable read, String message) {
    assertEquals(message, assertThrows(ConfigurationException.class, read).getMessage());
  }
}
