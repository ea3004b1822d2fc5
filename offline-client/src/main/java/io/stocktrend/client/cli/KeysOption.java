package io.stocktrend.client.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the file with the keys of encrypted parts. */
public final class KeysOption {
  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "Keys of encrypted parts; STOCKTREND_CREDENTIALS, else conf/credentials.json.")
  private Path file;

  /** The file that was named, as {@link io.stocktrend.client.KeyFile#read} takes it. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
