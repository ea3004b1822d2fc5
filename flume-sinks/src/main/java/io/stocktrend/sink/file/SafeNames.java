package io.stocktrend.sink.file;

import io.stocktrend.record.DatasetLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What headers may not do to a path: leave their folder, or make one that readers cannot see. */
final class SafeNames {
  private static final int LONGEST = 200;

  private SafeNames() {}

  static void requireNoFolder(String header, String value) throws UnresolvablePathException {
    boolean leaves = value.contains("/") || value.contains("\\") || value.contains("..");
    if (leaves || value.chars().anyMatch(Character::isISOControl)) {
      throw new UnresolvablePathException(
          "the header "
              + header
              + " holds '/', '\\', '..' or a control character, which no folder's name may");
    }
  }

  static void requireVisible(String folders) throws UnresolvablePathException {
    for (Path folder : parsed(folders)) {
      String name = folder.toString();
      if (!DatasetLayout.isVisible(name)) {
        throw new UnresolvablePathException(
            "the path gives the folder '" + name + "', which readers take for hidden");
      }
      if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
        throw new UnresolvablePathException("the path gives a name of more than 200 bytes");
      }
    }
  }

  private static Path parsed(String folders) throws UnresolvablePathException {
    try {
      return Path.of(folders);
    } catch (InvalidPathException e) {
      throw new UnresolvablePathException("the path cannot be a file's: " + e.getReason());
    }
  }
}
