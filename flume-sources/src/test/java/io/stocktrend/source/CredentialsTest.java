package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private static final String CANARY = "canary-7f3a9";

  @TempDir Path folder;

  @Test
  void aSecretIsFoundByProviderAndName() throws Exception {
    write(
        "rw-------",
        "\uFEFF{\"finnhub\":{\"apiKey\":\" "
            + CANARY
            + " \"},\"db\":{\"user\":\"u\",\"port\":5432}}");
    Credentials credentials = load();
    assertEquals(Optional.of(CANARY), credentials.find("finnhub_apiKey"));
    assertEquals(Optional.of("5432"), credentials.find("db_port"));
    assertEquals(Optional.empty(), credentials.find("finnhub_password"));
    assertFalse(credentials.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-rw----", "rwx------"})
  void aFileThatOthersMayReadIsRefused(String mode) throws Exception {
    Path file = write(mode, "{\"finnhub\":{\"apiKey\":\"" + CANARY + "\"}}");
    String message = refusal();
    assertTrue(message.contains("has the mode " + mode), message);
    assertTrue(message.endsWith("run chmod 600 " + file), message);
  }

  @Test
  void aNamedFileThatIsMissingIsRefused() {
    String message = refusal();
    assertTrue(message.endsWith("cannot be read: make it, or point STOCKTREND_CREDENTIALS to it"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "finnhub=" + CANARY,
        "{\"finnhub\":{\"apiKey\":\"" + CANARY + "\"",
        "{\"finnhub\":{\"apiKey\":" + CANARY + "}}",
        "{\"finnhub\":\"" + CANARY + "\"}",
        "[\"" + CANARY + "\"]",
        "\"" + CANARY + "\"",
        "{} " + CANARY
      })
  void whatIsNoSuchJsonIsRefusedWithoutItsContent(String json) throws Exception {
    write("rw-------", json);
    ConfigurationException refusal = assertThrows(ConfigurationException.class, this::load);
    assertFalse(refusal.toString().contains(CANARY), refusal::toString);
    assertNull(refusal.getCause(), "a parser's message quotes the text");
    assertTrue(refusal.getMessage().contains("give {\"finnhub\": {\"apiKey\": \"…\"}, …}"));
  }

  @Test
  void anEmptyObjectHasNoSecrets() throws Exception {
    write("rw-------", "{}");
    assertTrue(load().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "{}"})
  void aSecretThatIsEmptyIsNone(String value) throws Exception {
    write("rw-------", "{\"finnhub\":{\"apiKey\":" + value + "}}");
    assertEquals(Optional.empty(), load().find("finnhub_apiKey"));
  }

  @Test
  void aMissingDefaultFileHasNoSecrets() {
    assertTrue(Credentials.load(Map.of()).isEmpty());
  }

  @Test
  void anUnknownSecretIsEmptyInAgentFiles() {
    CredentialsConfigFilter filter = new CredentialsConfigFilter();
    filter.initializeWithConfiguration(Map.of());
    assertEquals("", filter.filter("finnhub_apiKey"));
  }

  private Path write(String mode, String json) throws IOException {
    Path file = Files.writeString(folder.resolve("credentials.json"), json);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private Credentials load() {
    return Credentials.load(
        Map.of(Credentials.VARIABLE, folder.resolve("credentials.json").toString()));
  }

  private String refusal() {
    return assertThrows(ConfigurationException.class, this::load).getMessage();
  }
}
