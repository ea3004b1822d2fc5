package io.stocktrend.client;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a client reads part files.
 *
 * @param keys the file with the keys of encrypted parts, as {@link KeyFile} says; else the usual
 *     places are looked at
 * @param warnings told once of each damaged part file, which is then left out; else a damaged part
 *     file fails the question that needs it
 */
public record ReadOptions(Optional<Path> keys, Optional<Consumer<String>> warnings) {
  /** The usual keys, and damage fails. */
  public static final ReadOptions DEFAULT = new ReadOptions(Optional.empty(), Optional.empty());

  /** The same with the keys of that file. */
  public ReadOptions withKeys(Path file) {
    return new ReadOptions(Optional.of(file), warnings);
  }

  /** The same, but damaged part files are left out. */
  public ReadOptions leavingOutDamage(Consumer<String> told) {
    return new ReadOptions(keys, Optional.of(told));
  }
}
