package io.stocktrend.sink.file;

import io.stocktrend.record.FolderLock;
import io.stocktrend.record.Umask;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;
import org.apache.parquet.io.InputFile;

/**
 * Parts below a root that belongs to another process, perhaps a running agent: the claim is on a
 * folder of the guests', and only drafts of the guest's name count as left over. An agent that
 * starts meanwhile may remove a guest's draft, whose publication then fails. What a guest makes has
 * the rights that the root has.
 */
final class GuestStore implements FileStore {
  private final Path root;
  private final Path claim;
  private final String name;
  private final LocalStore host;

  GuestStore(Path root, Path claim, String name) {
    this.root = root;
    this.claim = claim;
    this.name = name;
    this.host = new LocalStore(root, Umask.of(root));
  }

  @Override
  public Closeable claim() throws IOException {
    return FolderLock.acquire(claim)::close;
  }

  @Override
  public void removeLeftovers() throws IOException {
    if (Files.isDirectory(root)) {
      Files.walkFileTree(root.toRealPath(), new OwnDrafts());
    }
  }

  @Override
  public PartDraft draft(String folder, String part) throws IOException {
    return host.draft(folder, part);
  }

  @Override
  public List<String> parts(String folder, Predicate<String> isPart) throws IOException {
    return host.parts(folder, isPart);
  }

  @Override
  public InputFile read(String folder, String part) {
    return host.read(folder, part);
  }

  private final class OwnDrafts extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (PartNames.isDraftOf(name, file.getFileName().toString())) {
        Files.deleteIfExists(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      // The host renames and removes its own files while this looks.
      return FileVisitResult.CONTINUE;
    }
  }
}
