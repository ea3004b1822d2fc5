package io.stocktrend.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UmaskTest {
  @TempDir Path base;

  @ParameterizedTest
  @CsvSource({
    "077, rwx------, rw-------",
    "0077, rwx------, rw-------",
    "027, rwxr-x---, rw-r-----",
    "022, rwxr-xr-x, rw-r--r--",
    "002, rwxrwxr-x, rw-rw-r--"
  })
  void whatItMakesHasTheRightsThatItLeavesWhateverTheProcessMaskIs(
      String text, String ofFolders, String ofFiles) throws IOException {
    Umask umask = Umask.parse(text);
    Path folder = base.resolve("a/b");
    umask.makeFolders(folder);
    Path file = folder.resolve("file");
    umask.makeFile(file);
    assertEquals(ofFolders, rights(base.resolve("a")));
    assertEquals(ofFolders, rights(folder));
    assertEquals(ofFiles, rights(file));
  }

  @Test
  void whatIsThereKeepsItsRights() throws IOException {
    Path folder = Files.createDirectory(base.resolve("a"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x--x"));
    Umask.PRIVATE.makeFolders(folder.resolve("b"));
    Umask.PRIVATE.makeFolders(folder);
    assertEquals("rwxr-x--x", rights(folder));
    assertEquals("rwx------", rights(folder.resolve("b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "77", "700", "177", "000", "075", "078", "u=rwx", "00077"})
  void whatLetsEverybodyWriteOrIsNoMaskIsRefused(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Umask.parse(text)).getMessage();
    assertEquals(text + " is no umask: give " + Umask.ALLOWED, message);
  }

  @Test
  void aFolderTellsTheMaskThatGivesItsRights() throws IOException {
    Path folder = base.resolve("a");
    assertEquals(Umask.PRIVATE, Umask.of(folder));
    new Umask(0027).makeFolders(folder);
    assertEquals(new Umask(0027), Umask.of(folder));
  }

  @Test
  void aFileThatIsOpenedPrivatelyIsItsOwners() throws IOException {
    Path file = base.resolve("file");
    try (FileChannel made =
        Umask.openPrivately(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertTrue(made.isOpen());
    }
    assertEquals("rw-------", rights(file));
  }

  @Test
  void aFileInTheWayIsNotTakenForAFolder() throws IOException {
    Path file = Files.createFile(base.resolve("file"));
    assertThrows(FileAlreadyExistsException.class, () -> Umask.PRIVATE.makeFolders(file));
    assertThrows(IOException.class, () -> Umask.PRIVATE.makeFolders(file.resolve("a")));
    assertThrows(FileAlreadyExistsException.class, () -> Umask.PRIVATE.makeFile(file));
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
