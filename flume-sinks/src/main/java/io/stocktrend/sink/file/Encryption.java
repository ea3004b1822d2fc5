package io.stocktrend.sink.file;

import io.stocktrend.record.KeyRing;
import io.stocktrend.record.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.flume.conf.ConfigurationException;
import org.apache.parquet.crypto.DecryptionKeyRetriever;
import org.apache.parquet.crypto.FileDecryptionProperties;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.crypto.KeyAccessDeniedException;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;

/**
 * Parquet's modular encryption (AES-GCM): every column and the footer with one key, whose name
 * stands in the file's key metadata. Files that any key of the ring encrypted can be read, and
 * those that nobody did.
 */
public final class Encryption {
  /** Writes no encrypted file and has no key to read one. */
  public static final Encryption NONE = new Encryption("", KeyRing.EMPTY);

  private static final String KEY_NAME = "encryption.keyName";
  private static final String KEY = "encryption.key";
  private static final String RETIRED = "encryption.retired.";

  private final String current;
  private final KeyRing ring;

  /**
   * Encryption with a key of the ring.
   *
   * @param current name of the key to write with; empty to write without encryption
   * @throws IllegalArgumentException if the ring has no such key
   */
  public Encryption(String current, KeyRing ring) {
    if (!current.isEmpty() && ring.find(current).isEmpty()) {
      throw new IllegalArgumentException("there is no key '" + current + "' among " + ring.names());
    }
    this.current = current;
    this.ring = ring;
  }

  /**
   * What the settings ask for: {@code encryption.keyName} and {@code encryption.key} to write, and
   * {@code encryption.retired.<name>} to read what older keys wrote.
   */
  public static Encryption of(Settings settings) {
    String name = settings.text(KEY_NAME, "");
    String key = settings.text(KEY, "");
    if (name.isEmpty() != key.isEmpty()) {
      throw new ConfigurationException(
          "%s: %s is missing: give both %s and %s, or neither (a key that credentials.json does not have is empty)"
              .formatted(settings.component(), name.isEmpty() ? KEY_NAME : KEY, KEY_NAME, KEY));
    }
    try {
      KeyRing ring = KeyRing.EMPTY;
      for (Map.Entry<String, String> old : settings.group(RETIRED).entrySet()) {
        ring = ring.with(old.getKey(), old.getValue() == null ? "" : old.getValue());
      }
      return new Encryption(name, name.isEmpty() ? ring : ring.with(name, key));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(settings.component() + ": encryption: " + e.getMessage(), e);
    }
  }

  /** Refuses the keys of encryption, for sinks that offer none. */
  public static void refuse(Settings settings) {
    settings.group("encryption.").keySet().stream()
        .findFirst()
        .ifPresent(
            key -> {
              throw new ConfigurationException(
                  "%s: encryption.%s is not offered here, only ParquetSink encrypts: take the key away and put the path on an encrypted file system"
                      .formatted(settings.component(), key));
            });
  }

  /** Whether new files are encrypted. */
  public boolean isOn() {
    return !current.isEmpty();
  }

  /** How a new file is to be encrypted, if it is; for one file only. */
  Optional<FileEncryptionProperties> forWriting() {
    return ring.find(current)
        .map(key -> FileEncryptionProperties.builder(key).withFooterKeyID(current).build());
  }

  /** How files are decrypted. */
  FileDecryptionProperties forReading() {
    DecryptionKeyRetriever byName = metadata -> key(new String(metadata, StandardCharsets.UTF_8));
    return FileDecryptionProperties.builder()
        .withKeyRetriever(byName)
        .withPlaintextFilesAllowed()
        .build();
  }

  private byte[] key(String name) {
    return ring.find(name)
        .orElseThrow(
            () ->
                new KeyAccessDeniedException(
                    "it is encrypted with the key '%s', which is not known here: add it as %s%s"
                        .formatted(name, RETIRED, name)));
  }

  /** Says why a file of that kind cannot be read. */
  static String explain(RuntimeException failure) {
    String reason = "not a readable Parquet file: " + failure.getMessage();
    // The innermost one is this class's own and names the key; Parquet wraps it.
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KeyAccessDeniedException) {
        reason = cause.getMessage();
      } else if (cause instanceof ParquetCryptoRuntimeException) {
        reason =
            "the key of that name is not the one that encrypted it, or it is damaged ("
                + cause.getMessage()
                + ")";
      }
    }
    return reason;
  }
}
