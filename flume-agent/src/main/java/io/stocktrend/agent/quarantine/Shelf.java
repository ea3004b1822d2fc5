package io.stocktrend.agent.quarantine;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import io.stocktrend.sink.quarantine.QuarantineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The quarantine files in a folder and in the folders of agents below it. */
final class Shelf {
  private final Path folder;

  Shelf(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Every entry, file by file. */
  List<Kept> all() {
    List<Kept> entries = new ArrayList<>();
    for (Path file : files()) {
      for (QuarantineEntry entry : read(file)) {
        entries.add(new Kept(folder, file, entry));
      }
    }
    return entries;
  }

  /** The files by name. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> folders = Files.walk(folder)) {
      for (Path one : folders.filter(Files::isDirectory).sorted().toList()) {
        files.addAll(QuarantineFile.in(one));
      }
      return files;
    } catch (IOException e) {
      throw new ClientException(Fault.DATA, "cannot list the quarantine " + folder + ": " + e, e);
    }
  }

  /** The entry of that id, or of the only id that begins so. */
  Kept find(String id) {
    List<Kept> found = all().stream().filter(kept -> kept.entry().id().startsWith(id)).toList();
    long ids = found.stream().map(kept -> kept.entry().id()).distinct().count();
    if (ids != 1) {
      throw new ClientException(
          Fault.REQUEST,
          ids == 0
              ? "nothing in %s has the id '%s': see 'stocktrend quarantine list'"
                  .formatted(folder, id)
              : "%d ids in %s begin with '%s': give more of it".formatted(ids, folder, id));
    }
    return found.get(0);
  }

  private static List<QuarantineEntry> read(Path file) {
    try {
      return QuarantineFile.read(file);
    } catch (NoSuchFileException e) {
      // A replay has emptied it since the folder was listed.
      return List.of();
    } catch (IOException | RuntimeException e) {
      throw new ClientException(
          Fault.DATA,
          "the quarantine file %s cannot be read: move it away or restore it (%s)"
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
