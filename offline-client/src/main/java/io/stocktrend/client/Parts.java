package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The part files that are read: all that can be seen, but for those that turned out damaged. */
final class Parts {
  private record State(long size, FileTime modified) {}

  private final Path root;
  private final PartKeys keys;
  private final Optional<Consumer<String>> warnings;
  private final Map<Path, State> damaged = new ConcurrentHashMap<>();

  /**
   * Those below a root.
   *
   * @param keys of those that are encrypted
   * @param warnings told of each part that is left out; empty if a damaged part fails the question
   */
  Parts(Path root, PartKeys keys, Optional<Consumer<String>> warnings) {
    this.root = root;
    this.keys = keys;
    this.warnings = warnings;
  }

  Path root() {
    return root;
  }

  PartKeys keys() {
    return keys;
  }

  /** Those of a dataset now. */
  List<Path> of(Dataset dataset) {
    return PartFiles.of(root, dataset).stream().filter(part -> !isLeftOut(part)).toList();
  }

  /** Those of all datasets now that are not encrypted. */
  List<Path> plain() {
    return Arrays.stream(Dataset.values())
        .flatMap(dataset -> of(dataset).stream())
        .filter(part -> !PartEncryption.of(part))
        .toList();
  }

  /** Whether the failure is that of a part which is left out from now on, so that asking helps. */
  boolean leaveOut(ClientException failure) {
    Optional<Path> part = DatabaseErrors.part(failure);
    if (warnings.isEmpty() || part.isEmpty() || !part.get().startsWith(root)) {
      return false;
    }
    Optional<State> state = state(part.get());
    if (state.isEmpty() || state.get().equals(damaged.put(part.get(), state.get()))) {
      return false;
    }
    warnings.get().accept("left out: " + failure.getMessage());
    return true;
  }

  private boolean isLeftOut(Path part) {
    State state = damaged.get(part);
    return state != null && state(part).filter(state::equals).isPresent();
  }

  private static Optional<State> state(Path part) {
    try {
      BasicFileAttributes now = Files.readAttributes(part, BasicFileAttributes.class);
      return Optional.of(new State(now.size(), now.lastModifiedTime()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
