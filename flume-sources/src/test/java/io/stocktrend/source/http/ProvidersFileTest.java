package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersFileTest {
  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(ProvidersFile.PROPERTY);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("providers.properties"), List.of(lines));
  }

  private String refusal(String... lines) throws IOException {
    Path file = file(lines);
    String message =
        assertThrows(ConfigurationException.class, () -> ProvidersFile.load(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    return message;
  }

  @ParameterizedTest
  @CsvSource({
    "yahoo, 2, 0, 0", "alphavantage, 1, 5, 25", "finnhub, 30, 60, 0", "newsapi, 1, 0, 100",
    "fred, 2, 120, 0", "worldbank, 2, 60, 0", "federalreserve, 1, 30, 0", "treasury, 1, 30, 0"
  })
  void eachProviderHasItsDefaults(String name, double second, int minute, int day) {
    ProviderSettings settings = ProvidersFile.none().settings(name);
    assertEquals(
        new ProviderSettings(name, second, minute, day, ZoneOffset.UTC, Duration.ofSeconds(30), 4),
        settings);
  }

  @Test
  void everyDefaultUrlIsHttps() {
    ProviderDefaults.URLS
        .keySet()
        .forEach(key -> assertTrue(ProvidersFile.none().url(key).isHttps(), key));
    assertEquals(11, ProviderDefaults.URLS.size());
  }

  @Test
  void everyKeyTakesTheValueOfTheFile() throws IOException {
    Path file =
        file(
            "finnhub.requestsPerSecond = 0.5",
            "finnhub.requestsPerMinute = 7",
            "finnhub.requestsPerDay = 8",
            "finnhub.timeZone = America/New_York",
            "finnhub.timeout = 9s",
            "finnhub.maxAttempts = 1");
    assertEquals(
        new ProviderSettings(
            "finnhub", 0.5, 7, 8, ZoneId.of("America/New_York"), Duration.ofSeconds(9), 1),
        ProvidersFile.load(file).settings("finnhub"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://query2.finance.yahoo.com",
        "http://127.0.0.1:8080/base",
        "http://127.8.8.8",
        "http://[::1]:99/",
        "http://localhost:8080",
        "https://10.0.0.1/"
      })
  void httpsAndThisMachineMayBeAsked(String url) throws IOException {
    Path file = file("yahoo.baseUrl = " + url);
    assertTrue(ProvidersFile.load(file).url("yahoo.baseUrl").toString().startsWith(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://query1.finance.yahoo.com",
        "http://127.0.0.1.evil.example",
        "http://localhost@evil.example",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "ftp://127.0.0.1",
        "127.0.0.1:8080",
        "https://u:p@a.example",
        "https://a.example/?x=1",
        "https://a.example/#f"
      })
  void otherUrlsAreRefused(String url) throws IOException {
    String message = refusal("yahoo.baseUrl = " + url);
    // Who is named before an @ may have a password there.
    String shown = url.replaceAll("//[^/]*@", "//***@");
    assertTrue(message.contains("yahoo.baseUrl = '" + shown + "'"), message);
    assertTrue(message.contains("give an https:// URL"), message);
  }

  @Test
  void aKeyWithinARefusedUrlIsNotShown() throws IOException {
    String message = refusal("fred.baseUrl = https://a.example/?api_key=abcdef");
    assertFalse(message.contains("abcdef"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "requestsPerSecond, -1, 'a number from 0.001 to 1000'",
    "requestsPerSecond, fast, 'a number from 0.001 to 1000'",
    "requestsPerSecond, NaN, 'a number from 0.001 to 1000'",
    "requestsPerMinute, 1.5, 'a whole number from 0'",
    "requestsPerDay, -2, 'a whole number from 0'",
    "timeZone, Mars/Olympus, 'a time zone such as UTC'",
    "timeout, 0, 'a duration such as'",
    "maxAttempts, 0, 'a whole number from 1 to 20'"
  })
  void aWrongValueIsRefusedWithWhatIsAllowed(String key, String value, String allowed)
      throws IOException {
    String message = refusal("fred." + key + " = " + value);
    assertTrue(message.contains("fred." + key + " = '" + value + "'"), message);
    assertTrue(message.contains(allowed), message);
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestKnownOne() throws IOException {
    String message = refusal("finnhub.requestPerSecond = 3");
    assertTrue(message.contains("did you mean 'finnhub.requestsPerSecond'?"), message);
  }

  @Test
  void theGuideListsEveryProviderEveryUrlAndEveryKey() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "http.md"));
    for (ProviderSettings limits : ProviderDefaults.LIMITS) {
      String row =
          String.format(
              Locale.ROOT,
              "| `%s` | %.0f | %s | %s |",
              limits.provider(),
              limits.requestsPerSecond(),
              orDash(limits.requestsPerMinute()),
              orDash(limits.requestsPerDay()));
      assertTrue(guide.contains(row), row);
    }
    ProviderDefaults.URLS.forEach(
        (key, url) -> assertTrue(guide.contains("`" + key + "` " + url), key));
    for (String key :
        List.of(
            "requestsPerSecond",
            "requestsPerMinute",
            "requestsPerDay",
            "timeZone",
            "timeout",
            "maxAttempts")) {
      assertTrue(guide.contains("| `<name>." + key + "` |"), key);
    }
  }

  private static String orDash(int limit) {
    return limit == 0 ? "-" : Integer.toString(limit);
  }

  @Test
  void theSystemPropertyTakesThePlaceOfEveryFile() throws IOException {
    Path file = file("fred.maxAttempts = 2");
    System.setProperty(ProvidersFile.PROPERTY, file.toString());
    assertEquals(2, ProvidersFile.load(folder.resolve("absent")).settings("fred").maxAttempts());
    assertEquals(2, ProvidersFile.none().settings("fred").maxAttempts());
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    Path absent = folder.resolve("absent");
    String message =
        assertThrows(ConfigurationException.class, () -> ProvidersFile.load(absent)).getMessage();
    assertTrue(message.contains("providersFile = '" + absent + "' cannot be read"), message);
  }

  @Test
  void anUnknownProviderIsTheProgramsFault() {
    ProvidersFile file = ProvidersFile.none();
    assertThrows(IllegalArgumentException.class, () -> file.settings("bloomberg"));
    assertThrows(IllegalArgumentException.class, () -> file.url("bloomberg.baseUrl"));
  }
}
