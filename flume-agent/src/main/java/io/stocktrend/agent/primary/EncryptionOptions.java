package io.stocktrend.agent.primary;

import io.stocktrend.client.KeyFile;
import io.stocktrend.client.cli.KeysOption;
import io.stocktrend.sink.file.Encryption;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how encrypted parts are read, and which key encrypts new ones. */
public final class EncryptionOptions {
  @Mixin private KeysOption keys;

  @Option(
      names = "--key-name",
      paramLabel = "NAME",
      description = "The key that encrypts new parts, as encryption.keyName of the agent's sink.")
  private String keyName = "";

  /** The file of the keys, if one was named. */
  public Optional<Path> keys() {
    return keys.file();
  }

  /**
   * Reads encrypted parts, and writes them with the key of the given name; plainly without one.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  public Encryption encryption() {
    return new Encryption(keyName, KeyFile.read(keys.file()));
  }
}
