package io.stocktrend.record;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** AES keys by name, with which part files are encrypted at rest; no text of it shows a key. */
public final class KeyRing {
  /** A ring without keys. */
  public static final KeyRing EMPTY = new KeyRing(Map.of());

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Set<Integer> KEY_BYTES = Set.of(16, 32);

  private final Map<String, byte[]> keys;

  private KeyRing(Map<String, byte[]> keys) {
    this.keys = keys;
  }

  /**
   * This ring and one more key.
   *
   * @param base64 16 or 32 bytes
   * @throws IllegalArgumentException if it is no key; the message says what one is and how to make
   *     it, but not what was given
   */
  public KeyRing with(String name, String base64) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the key's name '" + name + "' is none: give up to 64 letters, digits, '_' or '-'");
    }
    Map<String, byte[]> more = new TreeMap<>(keys);
    more.put(name, bytes(name, base64.strip()));
    return new KeyRing(more);
  }

  private static byte[] bytes(String name, String base64) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // Without the cause, which would quote a character of the key.
      throw new IllegalArgumentException(
          "the key '" + name + "' is not base64: make one with 'openssl rand -base64 32'");
    }
    if (!KEY_BYTES.contains(key.length)) {
      throw new IllegalArgumentException(
          "the key '%s' has %d bytes, but AES needs 16 or 32: make one with 'openssl rand -base64 32'"
              .formatted(name, key.length));
    }
    return key;
  }

  /** A copy of the key of that name, if it is here. */
  public Optional<byte[]> find(String name) {
    return Optional.ofNullable(keys.get(name)).map(byte[]::clone);
  }

  /** The names of all keys. */
  public Set<String> names() {
    return Set.copyOf(keys.keySet());
  }

  @Override
  public String toString() {
    return "keys " + keys.keySet();
  }
}
