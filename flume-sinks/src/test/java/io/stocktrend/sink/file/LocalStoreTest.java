package io.stocktrend.sink.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.record.Umask;
import io.stocktrend.sink.Lake;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalStoreTest {
  @TempDir Path base;

  @Test
  void aLinkedRootIsClearedOfTornDraftsButNotOfOpenOnes() throws Exception {
    Path real = Files.createDirectories(base.resolve("real/news_data/date=2025-01-01"));
    Path root = Files.createSymbolicLink(base.resolve("link"), base.resolve("real"));
    String name = "part-20250101T000000000000Z-k-00000000.parquet";
    Path torn = Files.createFile(real.resolve(PartNames.draft(name)));
    LocalStore store = new LocalStore(root, Umask.PRIVATE);
    try (PartDraft open = store.draft(root.resolve("news_data").toString(), name)) {
      store.removeLeftovers();
      assertFalse(Files.exists(torn));
      assertEquals(1, new Lake(base.resolve("real")).leftovers().size(), open::toString);
    }
    assertEquals(0, new Lake(base.resolve("real")).leftovers().size());
  }

  @Test
  void aFolderThatMayNotBeLookedIntoIsPassedOver() throws Exception {
    Path folder = base.resolve("lost+found");
    LeftoverRemoval removal = new LeftoverRemoval();
    assertEquals(
        FileVisitResult.CONTINUE,
        removal.visitFileFailed(folder, new AccessDeniedException(folder.toString())));
    IOException broken = new IOException("Input/output error");
    assertThrows(IOException.class, () -> removal.visitFileFailed(folder, broken));
  }
}
