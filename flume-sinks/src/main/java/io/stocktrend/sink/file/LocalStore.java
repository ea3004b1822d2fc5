package io.stocktrend.sink.file;

import io.stocktrend.record.DatasetLayout;
import io.stocktrend.record.DurableFiles;
import io.stocktrend.record.FolderLock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/**
 * Parts on a local file system, forced to the disk with the folders that lead to them. The root is
 * this process's alone, which is what allows removing every leftover that nobody here has open.
 */
final class LocalStore implements FileStore {
  private final Path root;
  private final Set<Path> durableFolders = new HashSet<>();

  LocalStore(Path root) {
    this.root = root;
  }

  @Override
  public Closeable claim() throws IOException {
    return FolderLock.acquire(root)::close;
  }

  @Override
  public void removeLeftovers() throws IOException {
    // A link to the root leads there; links below it are no part of what this process has made.
    Files.walkFileTree(root.toRealPath(), new LeftoverRemoval());
  }

  @Override
  public PartDraft draft(String folder, String name) throws IOException {
    Path made = Path.of(folder).toAbsolutePath();
    makeDurably(made);
    return LocalDraft.open(made, name);
  }

  /** A folder is as durable as the entries that lead to it, also those that a crashed run made. */
  private void makeDurably(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      durableFolders.clear();
      Files.createDirectories(folder);
    }
    if (durableFolders.add(folder)) {
      try {
        syncAncestors(folder);
      } catch (IOException e) {
        durableFolders.remove(folder);
        throw e;
      }
    }
  }

  private static void syncAncestors(Path folder) throws IOException {
    for (Path parent = folder.getParent(); parent != null; parent = parent.getParent()) {
      try {
        DurableFiles.sync(parent);
      } catch (AccessDeniedException e) {
        // What this user may not even read, this process has not made an entry in.
        return;
      }
    }
  }

  @Override
  public List<String> parts(String folder, Predicate<String> isPart) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder))) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (DatasetLayout.isVisible(name) && isPart.test(name)) {
          names.add(name);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    return names;
  }

  @Override
  public InputFile read(String folder, String name) {
    return new LocalInputFile(Path.of(folder, name));
  }
}
