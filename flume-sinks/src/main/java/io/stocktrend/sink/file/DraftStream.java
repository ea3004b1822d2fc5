package io.stocktrend.sink.file;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * The stream that a format writes a draft to, which counts its position. Once abandoned it swallows
 * what comes, so that closing a format's writer after a failure cannot complete a torn file.
 */
final class DraftStream extends PositionOutputStream implements OutputFile {
  private final OutputStream out;
  private long position;
  private boolean closed;

  DraftStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public long getPos() {
    return position;
  }

  @Override
  public void write(int octet) throws IOException {
    position++;
    if (!closed) {
      out.write(octet);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    position += length;
    if (!closed) {
      out.write(bytes, offset, length);
    }
  }

  @Override
  public void flush() throws IOException {
    if (!closed) {
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      out.close();
    }
  }

  /** From now on nothing reaches the file; whether it was open till now. */
  boolean abandon() {
    boolean open = !closed;
    closed = true;
    return open;
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return this;
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return this;
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
