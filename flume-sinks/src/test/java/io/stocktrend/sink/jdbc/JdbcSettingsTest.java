package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.sink.JdbcSink;
import java.util.HashMap;
import java.util.Map;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JdbcSettingsTest {
  private static final String URL = "jdbc:postgresql://localhost:5432/market";

  private static JdbcSink configured(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of("url", URL, "user", "u"));
    all.putAll(settings);
    JdbcSink sink = new JdbcSink();
    sink.setName("k1");
    sink.configure(new Context(all));
    return sink;
  }

  private static String refusal(String key, String value) {
    return assertThrows(ConfigurationException.class, () -> configured(Map.of(key, value)))
        .getMessage();
  }

  @Test
  void defaultsNeedNoServerYet() {
    assertEquals(1000, configured(Map.of()).getBatchSize());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/db?sslmode=verify-full&sslrootcert=/etc/ca.pem",
        "jdbc:postgresql://a:5432,b:5432/db?targetServerType=primary",
        "jdbc:postgresql:db"
      })
  void tlsHostsAndOtherParametersOfTheDriverPass(String url) {
    assertEquals(1000, configured(Map.of("url", url)).getBatchSize());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/db?password=canary",
        "jdbc:postgresql://h/db?ssl=true&Password=canary",
        "jdbc:postgresql://h/db?user=u&password=canary",
        "jdbc:postgresql://u:canary@h/db",
        "postgres://u:canary@h/db"
      })
  void aUrlWithAPasswordIsRefusedWithoutShowingIt(String url) {
    String refusal = refusal("url", url);
    assertEquals(
        "sink k1: url holds a user or a password: give them in the keys user and password, from"
            + " credentials.json",
        refusal);
    assertFalse(refusal.contains("canary"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://h/db", "localhost", "jdbc:postgresql://h:port/db"})
  void aUrlOfAnotherKindIsRefused(String url) {
    assertEquals(
        "sink k1: url is no JDBC URL of PostgreSQL: give one such as " + URL, refusal("url", url));
  }

  @ParameterizedTest
  @CsvSource({"url", "user"})
  void aMissingKeyIsAskedFor(String key) {
    assertEquals("sink k1: " + key + " is missing: set it", refusal(key, ""));
  }

  @ParameterizedTest
  @CsvSource({"%{dataset", "%q", "a b", "x;y", "%"})
  void aTableThatIsNoneIsRefused(String table) {
    assertEquals(
        "sink k1: table = '"
            + table
            + "' is not allowed: give a name such as %{dataset} or market.%{dataset}_%Y, with"
            + " Flume's escapes for headers and dates (%Y, %y, %m, %d); it has letters, digits,"
            + " '_', '-' and '$', at most 63 characters, with at most one schema and a dot before"
            + " it",
        refusal("table", table));
  }

  @Test
  void createTablesIsTrueOrFalse() {
    assertEquals(
        "sink k1: createTables = 'maybe' is not allowed: give true or false",
        refusal("createTables", "maybe"));
  }

  @ParameterizedTest
  @CsvSource({"url", "user", "password"})
  void aPlaceholderThatNothingResolvedIsRefused(String key) {
    assertEquals(
        "sink k1: "
            + key
            + " still holds a placeholder that nothing resolved: add the secret to"
            + " credentials.json, or set the variable that it names",
        refusal(key, "${credentials['postgres_password']}"));
  }

  @Test
  void aMistypedKeyIsRefusedWithoutItsValue() {
    assertEquals(
        "sink k1: the key pasword is unknown: did you mean 'password'?",
        refusal("pasword", "canary"));
  }
}
