package io.stocktrend.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rights that folders and files made here are without, whatever the process's own mask is. On a
 * file system without such rights it changes nothing.
 *
 * @param bits as of a mode, e.g. 027
 */
public record Umask(int bits) {
  /** Leaves everything to the owner alone: folders of 0700, files of 0600. */
  public static final Umask PRIVATE = new Umask(0077);

  /** What {@link #parse} takes, for messages. */
  public static final String ALLOWED =
      "three octal digits such as 077 (the owner alone), 027 (the group may read) or 022 (all may"
          + " read) that take nothing from the owner and let not everybody write";

  private static final Pattern OCTAL = Pattern.compile("0?0[0-7][2367]");
  private static final int FOLDER = 0777;
  private static final int FILE = 0666;

  /**
   * Reads three octal digits.
   *
   * @throws IllegalArgumentException if they are not {@link #ALLOWED}
   */
  public static Umask parse(String octal) {
    if (!OCTAL.matcher(octal).matches()) {
      throw new IllegalArgumentException(octal + " is no umask: give " + ALLOWED);
    }
    return new Umask(Integer.parseInt(octal, 8));
  }

  /** What gives others the rights that they have on a folder, and none if it is not there. */
  public static Umask of(Path folder) {
    try {
      return Files.isDirectory(folder) && hasRights(folder)
          ? new Umask(0077 & ~mode(Files.getPosixFilePermissions(folder)))
          : PRIVATE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rights of a folder, as a mode. */
  public int ofFolders() {
    return FOLDER & ~bits;
  }

  /** The rights of a file, as a mode. */
  public int ofFiles() {
    return FILE & ~bits;
  }

  /** Makes the folder and those that lead to it where they are missing. */
  public void makeFolders(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent == null || Files.isDirectory(folder)) {
      return;
    }
    makeFolders(parent);
    Files.createDirectories(folder, during(folder, ofFolders()));
    settle(folder, ofFolders());
  }

  /**
   * Makes an empty file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one
   */
  public void makeFile(Path file) throws IOException {
    Files.createFile(file, during(file, ofFiles()));
    settle(file, ofFiles());
  }

  /** Opens a file for which, if this makes it, the owner alone has rights. */
  public static FileChannel openPrivately(Path file, OpenOption... options) throws IOException {
    return FileChannel.open(file, Set.of(options), during(file, PRIVATE.ofFiles()));
  }

  /** From its first moment on, nobody has a right that the mode does not give. */
  private static FileAttribute<?>[] during(Path made, int mode) {
    return hasRights(made)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions(mode))}
        : new FileAttribute<?>[0];
  }

  /** Gives the rights that the process's own mask has withheld. */
  private void settle(Path made, int mode) throws IOException {
    // Nothing of it is the owner's: some file systems refuse every change.
    if (!equals(PRIVATE) && hasRights(made)) {
      Files.setPosixFilePermissions(made, permissions(mode));
    }
  }

  private static boolean hasRights(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (PosixFilePermission permission : PosixFilePermission.values()) {
      if ((mode & bit(permission)) != 0) {
        permissions.add(permission);
      }
    }
    return permissions;
  }

  private static int mode(Set<PosixFilePermission> permissions) {
    return permissions.stream().mapToInt(Umask::bit).sum();
  }

  private static int bit(PosixFilePermission permission) {
    return switch (permission) {
      case OWNER_READ -> 0400;
      case OWNER_WRITE -> 0200;
      case OWNER_EXECUTE -> 0100;
      case GROUP_READ -> 0040;
      case GROUP_WRITE -> 0020;
      case GROUP_EXECUTE -> 0010;
      case OTHERS_READ -> 0004;
      case OTHERS_WRITE -> 0002;
      case OTHERS_EXECUTE -> 0001;
    };
  }
}
