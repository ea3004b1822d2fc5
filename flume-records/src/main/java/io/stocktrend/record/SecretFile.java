package io.stocktrend.record;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Tells whether a file that holds secrets is its owner's alone, and the owner is this user. */
public final class SecretFile {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private SecretFile() {}

  /**
   * What is wrong with the file and how to put it right, as the rest of a sentence that begins with
   * the file's name; empty if nothing is, or its file system knows no such rights.
   *
   * @throws IOException if the file is not there or its rights cannot be read
   */
  public static Optional<String> complaint(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return Optional.empty();
    }
    return complaint(file, new UnixSystem().getUid());
  }

  static Optional<String> complaint(Path file, long user) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (!OWNERS.containsAll(permissions)) {
      return Optional.of(
          "has the mode %s; only its owner may read and write it: run chmod 600 %s"
              .formatted(PosixFilePermissions.toString(permissions), file));
    }
    // Another owner could change it, and so where the secrets go: root would read it all the same.
    if (((Number) Files.getAttribute(file, "unix:uid")).longValue() != user) {
      return Optional.of(
          "belongs to %s, not to the user %d that this runs as: run chown %d %s"
              .formatted(Files.getOwner(file).getName(), user, user, file));
    }
    return Optional.empty();
  }
}
