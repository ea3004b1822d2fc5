package io.stocktrend.client.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that is complete, or as it was before: under a hidden name, then renamed. */
public final class CompleteFile {
  /** Writes the content. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path draft) throws IOException;
  }

  private CompleteFile() {}

  /**
   * Writes it.
   *
   * @throws UnwritableFileException if it cannot be written
   */
  public static void write(Path file, Content content) throws UnwritableFileException {
    Path target = file.toAbsolutePath();
    Path draft = draft(target);
    try {
      // For a process that is told to end; without effect once the draft is renamed.
      draft.toFile().deleteOnExit();
      content.writeTo(draft);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UnwritableFileException(file, reason(e), e);
    } finally {
      discard(draft);
    }
  }

  private static Path draft(Path target) throws UnwritableFileException {
    if (target.getFileName() == null || Files.isDirectory(target)) {
      throw new UnwritableFileException(target, "it is a folder: name a file", null);
    }
    if (!Files.isDirectory(target.getParent())) {
      throw new UnwritableFileException(target, "no such folder " + target.getParent(), null);
    }
    return target.resolveSibling(
        ".%s.%d.tmp".formatted(target.getFileName(), ProcessHandle.current().pid()));
  }

  private static void discard(Path draft) throws UnwritableFileException {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UnwritableFileException(draft, reason(e), e);
    }
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    boolean told = failure instanceof FileSystemException e && e.getReason() != null;
    return told ? ((FileSystemException) failure).getReason() : failure.getMessage();
  }
}
