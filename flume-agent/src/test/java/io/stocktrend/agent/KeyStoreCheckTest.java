package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyStoreCheckTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "encryption.keyProvider.keyStoreFile",
        "encryption.keyProvider.keyStorePasswordFile",
        "encryption.keyProvider.keys.k1.passwordFile",
        "encryption.keystore"
      })
  void aKeystoreThatOthersMayReadIsRefused(String key) throws Exception {
    Path file = file("rw-r-----");
    assertEquals(
        List.of(
            ("channel memory: %s names %s, which has the mode rw-r-----; only its owner may read"
                    + " and write it: run chmod 600 %s (raw.channels.memory.%s in %s:9)")
                .formatted(key, file, file, key, folder.resolve("raw.properties"))),
        errors(key, file));
  }

  @Test
  void oneOfThisUserAloneIsNot() throws Exception {
    assertEquals(List.of(), errors("encryption.keystore", file("rw-------")));
  }

  @Test
  void oneThatIsNotThereIsLeftToFlume() throws Exception {
    assertEquals(List.of(), errors("encryption.keystore", folder.resolve("missing")));
  }

  private Path file(String mode) throws IOException {
    Path file = Files.createFile(folder.resolve("keys.jceks"));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private List<String> errors(String key, Path file) throws Exception {
    String text = AgentText.and("raw.channels.memory." + key + " = " + file);
    return new AgentProvider("raw").prepare(AgentText.read(folder, text)).errors();
  }
}
