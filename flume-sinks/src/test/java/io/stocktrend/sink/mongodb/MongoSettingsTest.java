package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.ConnectionString;
import io.stocktrend.record.Settings;
import io.stocktrend.sink.MongoSink;
import java.util.HashMap;
import java.util.Map;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MongoSettingsTest {
  private static final String CANARY = "c4n4ry";

  private static MongoSink configured(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("uri", "mongodb://127.0.0.1:1");
    all.put("database", "market");
    all.putAll(settings);
    MongoSink sink = new MongoSink();
    sink.setName("mongo");
    sink.configure(new Context(all));
    return sink;
  }

  private static String refusal(Map<String, String> settings) {
    return assertThrows(ConfigurationException.class, () -> configured(settings)).getMessage();
  }

  @Test
  void aSinkIsConfiguredWithoutALookAtTheServer() {
    MongoSink sink = configured(Map.of());
    assertEquals(1000, sink.getBatchSize());
    sink.stop();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertEquals("sink mongo: uri is missing: set it", refusal(Map.of("uri", "")));
    assertEquals(
        "sink mongo: database is missing: set it, or name it in uri after the host",
        refusal(Map.of("database", "")));
    configured(Map.of("database", "", "uri", "mongodb://127.0.0.1:1/market"));
  }

  @Test
  void anUnknownKeyIsRefusedWithItsNearest() {
    assertEquals(
        "sink mongo: the key colection is unknown: did you mean 'collection'?",
        refusal(Map.of("colection", "x")));
  }

  @ParameterizedTest
  @CsvSource({
    "database, a.b",
    "database, 'a b'",
    "collection, a/b",
    "collection, $cmd",
    "collection, system.users",
    "collection, %{dataset",
    "collection, %Q",
    "batchSize, 0",
    "batchMaxDelay, 11m"
  })
  void aWrongValueIsNamedWithWhatIsAllowed(String key, String value) {
    String refusal = refusal(Map.of(key, value));
    assertTrue(
        refusal.startsWith("sink mongo: " + key + " = '" + value + "' is not allowed: give "),
        refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://u:c4n4ry@127.0.0.1",
        "mongodb://u:c4n4ry@",
        "mongodb://u:c4n4ry@127.0.0.1:port",
        "mongodb://u:p:c4n4ry@127.0.0.1",
        "mongodb://u:c4n4ry/p@127.0.0.1",
        "mongodb://u:c4n4ry%@127.0.0.1",
        "mongodb://u:c4n4ry@127.0.0.1/?w=c4n4ry",
        "mongodb://u:c4n4ry@127.0.0.1/?authMechanism=c4n4ry"
      })
  void noRefusalOfAnAddressShowsWhatItHolds(String uri) {
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> configured(Map.of("uri", uri)));
    assertTrue(refusal.getMessage().startsWith("sink mongo: uri "), refusal.getMessage());
    for (Throwable e = refusal; e != null; e = e.getCause()) {
      assertFalse(e.toString().contains(CANARY), e.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"w=1", "w=0", "w=3", "journal=false"})
  void aWriteConcernThatIsNotDurableIsRefused(String option) {
    assertEquals(
        "sink mongo: uri asks for a write concern that is not durable: leave out w and journal,"
            + " the sink waits for w=majority and the journal",
        refusal(Map.of("uri", "mongodb://127.0.0.1:1/?" + option)));
  }

  @Test
  void theWriteConcernThatProvidersSuggestIsTaken() {
    configured(Map.of("uri", "mongodb://127.0.0.1:1/?retryWrites=true&w=majority")).stop();
  }

  @Test
  void userAndPasswordMayHoldAnyCharacter() {
    ConnectionString uri =
        new MongoLogin(
                Settings.of(
                    "sink mongo",
                    Map.of(
                        "uri", "mongodb://a.example:1,b.example:2/?authSource=admin&tls=true",
                        "user", "us@er",
                        "password", "p:/?#[]@ %+ü")))
            .uri();
    assertEquals("us@er", uri.getUsername());
    assertEquals("p:/?#[]@ %+ü", new String(uri.getPassword()));
    assertEquals("admin", uri.getCredential().getSource());
    assertEquals(2, uri.getHosts().size());
    assertTrue(uri.getSslEnabled());
  }

  @Test
  void aUserIsNamedOnce() {
    assertEquals(
        "sink mongo: uri names a user, and so does user: leave one of them out",
        refusal(Map.of("uri", "mongodb://a:b@127.0.0.1:1", "user", "a")));
    assertEquals(
        "sink mongo: password is set, but no user: set user", refusal(Map.of("password", CANARY)));
  }

  @Test
  void aSecretThatNothingResolvedStopsTheStart() {
    String refusal = refusal(Map.of("user", "a", "password", "${credentials['mongo_password']}"));
    assertTrue(refusal.startsWith("sink mongo: password still holds a placeholder"), refusal);
  }
}
