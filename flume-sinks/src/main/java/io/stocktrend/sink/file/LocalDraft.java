package io.stocktrend.sink.file;

import io.stocktrend.record.DurableFiles;
import io.stocktrend.record.FaultPoint;
import io.stocktrend.record.Umask;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.parquet.io.OutputFile;

/** A draft beside the part that it is to become, renamed when it is whole and on the disk. */
final class LocalDraft implements PartDraft {
  private static final int BUFFER = 1 << 16;

  /** Shared by the sinks of this process, since several may write below one root. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path draft;
  private final Path part;
  private final OutputStream out;
  private final DraftStream stream;
  private boolean published;

  private LocalDraft(Path draft, Path part, Umask umask) throws IOException {
    this.draft = draft;
    this.part = part;
    umask.makeFile(draft);
    this.out = Files.newOutputStream(draft, StandardOpenOption.WRITE);
    this.stream = new DraftStream(new BufferedOutputStream(out, BUFFER));
  }

  static LocalDraft open(Path folder, String name, Umask umask) throws IOException {
    // One spelling for each folder, since leftovers are looked for without links.
    Path real = folder.toRealPath();
    Path draft = real.resolve(PartNames.draft(name));
    OPEN.add(draft);
    try {
      return new LocalDraft(draft, real.resolve(name), umask);
    } catch (IOException e) {
      OPEN.remove(draft);
      throw e;
    }
  }

  /**
   * @param draft without links
   */
  static boolean isOpen(Path draft) {
    return OPEN.contains(draft);
  }

  @Override
  public OutputFile file() {
    return stream;
  }

  @Override
  public void publish() throws IOException {
    DurableFiles.sync(draft);
    FaultPoint.reach("sink.part-synced");
    Files.move(draft, part, StandardCopyOption.ATOMIC_MOVE);
    published = true;
    FaultPoint.reach("sink.part-renamed");
    DurableFiles.sync(part.getParent());
    FaultPoint.reach("sink.folder-synced");
  }

  @Override
  public void discard() throws IOException {
    stream.abandon();
    try {
      // Past the buffer, whose last flush would fail again on a full disk.
      out.close();
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (!published) {
        discard();
      }
    } finally {
      OPEN.remove(draft);
    }
  }
}
