package io.stocktrend.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyRingTest {
  private static String base64(int bytes) {
    byte[] key = new byte[bytes];
    Arrays.fill(key, (byte) 7);
    return Base64.getEncoder().encodeToString(key);
  }

  private static String refusal(String name, String key) {
    return assertThrows(IllegalArgumentException.class, () -> KeyRing.EMPTY.with(name, key))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32})
  void aKeyIsFoundByItsName(int bytes) {
    KeyRing ring = KeyRing.EMPTY.with("old", base64(16)).with("k2026", base64(bytes) + "\n");
    byte[] key = ring.find("k2026").orElseThrow();
    assertEquals(bytes, key.length);
    key[0] = 0;
    assertArrayEquals(Base64.getDecoder().decode(base64(bytes)), ring.find("k2026").orElseThrow());
    assertEquals(Set.of("old", "k2026"), ring.names());
    assertTrue(ring.find("k2027").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 24, 33})
  void aKeyOfAnotherLengthIsRefused(int bytes) {
    assertEquals(
        "the key 'k' has %d bytes, but AES needs 16 or 32: make one with 'openssl rand -base64 32'"
            .formatted(bytes),
        refusal("k", base64(bytes)));
  }

  @Test
  void whatIsNoBase64IsRefusedWithoutBeingShown() {
    assertEquals(
        "the key 'k' is not base64: make one with 'openssl rand -base64 32'",
        refusal("k", "correct horse battery!"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a.b", "a/b"})
  void aNameThatCredentialsCannotHaveIsRefused(String name) {
    assertTrue(refusal(name, base64(16)).startsWith("the key's name '" + name + "' is none"));
  }

  @Test
  void itsTextShowsNoKey() {
    String key = base64(32);
    assertFalse(KeyRing.EMPTY.with("k", key).toString().contains(key.substring(0, 8)));
  }
}
