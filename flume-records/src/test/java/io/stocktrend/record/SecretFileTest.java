package io.stocktrend.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void make() throws IOException {
    file = Files.createFile(folder.resolve("secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------"})
  void aFileOfThisUserAloneIsFine(String mode) throws IOException {
    mode(mode);
    assertEquals(Optional.empty(), SecretFile.complaint(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
  void oneThatOthersMayReadOrWriteIsNot(String mode) throws IOException {
    mode(mode);
    assertEquals(
        "has the mode " + mode + "; only its owner may read and write it: run chmod 600 " + file,
        SecretFile.complaint(file).orElseThrow());
  }

  @Test
  void oneOfAnotherOwnerIsNot() throws IOException {
    mode("rw-------");
    long owner = ((Number) Files.getAttribute(file, "unix:uid")).longValue();
    assertEquals(Optional.empty(), SecretFile.complaint(file, owner));
    assertEquals(
        "belongs to %s, not to the user %d that this runs as: run chown %d %s"
            .formatted(Files.getOwner(file).getName(), owner + 1, owner + 1, file),
        SecretFile.complaint(file, owner + 1).orElseThrow());
  }

  @Test
  void whatALinkLeadsToCounts() throws IOException {
    mode("rw-r--r--");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertEquals(
        "has the mode rw-r--r--; only its owner may read and write it: run chmod 600 " + link,
        SecretFile.complaint(link).orElseThrow());
  }

  @Test
  void oneThatIsNotThereIsTold() {
    Path missing = folder.resolve("missing");
    assertThrows(NoSuchFileException.class, () -> SecretFile.complaint(missing));
  }

  private void mode(String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
