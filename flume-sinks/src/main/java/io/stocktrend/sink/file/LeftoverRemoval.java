package io.stocktrend.sink.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes drafts that no sink of this process has open: a process that is gone left them. A folder
 * that this user may not look into, such as {@code lost+found}, holds none of them.
 */
final class LeftoverRemoval extends SimpleFileVisitor<Path> {
  private static final Logger LOG = LoggerFactory.getLogger(LeftoverRemoval.class);

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (PartNames.isDraft(file.getFileName().toString()) && !LocalDraft.isOpen(file)) {
      Files.deleteIfExists(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    if (failure instanceof AccessDeniedException) {
      LOG.warn("{} may not be looked into, so no leftovers are removed there", file);
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }
}
