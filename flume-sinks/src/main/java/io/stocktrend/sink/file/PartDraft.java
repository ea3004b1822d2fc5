package io.stocktrend.sink.file;

import java.io.Closeable;
import java.io.IOException;
import org.apache.parquet.io.OutputFile;

/** A part file that no reader sees yet. Closed without having been published, it is gone. */
interface PartDraft extends Closeable {
  /** Where the format writes to, once. */
  OutputFile file();

  /** Makes the written and closed file durable, then visible, then its visibility durable. */
  void publish() throws IOException;

  /** Removes the draft: whatever is written or closed afterwards goes nowhere. */
  void discard() throws IOException;

  @Override
  void close() throws IOException;
}
