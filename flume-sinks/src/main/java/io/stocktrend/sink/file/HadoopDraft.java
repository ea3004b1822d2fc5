package io.stocktrend.sink.file;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.record.Umask;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.parquet.io.OutputFile;

/**
 * A draft on a Hadoop file system: renamed to its final name where that is one step, written under
 * it where an object appears only when it is closed.
 */
final class HadoopDraft implements PartDraft {
  private final FileSystem files;
  private final Path draft;
  private final Path part;
  private final FSDataOutputStream out;
  private final DraftStream stream;
  private boolean published;

  HadoopDraft(FileSystem files, Path draft, Path part) throws IOException {
    this.files = files;
    this.draft = draft;
    this.part = part;
    this.out = files.create(draft, false);
    this.stream = new DraftStream(new Synced(out));
  }

  /** Takes the rights from the draft that the mask withholds, before anything is written. */
  void restrict(Umask umask) throws IOException {
    files.setPermission(draft, new FsPermission((short) umask.ofFiles()));
  }

  @Override
  public OutputFile file() {
    return stream;
  }

  @Override
  public void publish() throws IOException {
    FaultPoint.reach("sink.part-synced");
    // The part's name is unique: a rename that answers false has met no older part.
    if (!draft.equals(part) && !files.rename(draft, part)) {
      throw new IOException("could not rename " + draft + " to " + part);
    }
    published = true;
    FaultPoint.reach("sink.part-renamed");
    FaultPoint.reach("sink.folder-synced");
  }

  @Override
  public void discard() throws IOException {
    boolean open = stream.abandon();
    try {
      if (open && out.hasCapability(CommonPathCapabilities.ABORTABLE_STREAM)) {
        out.abort();
      }
      out.close();
    } finally {
      files.delete(draft, false);
    }
  }

  @Override
  public void close() throws IOException {
    if (!published) {
      discard();
    }
  }

  /** Forces the data to the disks before the close where the store knows how. */
  private static final class Synced extends OutputStream {
    private final FSDataOutputStream out;

    Synced(FSDataOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (out.hasCapability(StreamCapabilities.HSYNC)) {
        out.hsync();
      }
      out.close();
    }
  }
}
