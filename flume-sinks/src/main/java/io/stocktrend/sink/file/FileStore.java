package io.stocktrend.sink.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.parquet.io.InputFile;

/** A place for part files: a local file system, or any that Hadoop can reach. */
interface FileStore {
  /**
   * Keeps the root of all parts for this process until it is closed.
   *
   * @throws io.stocktrend.record.FolderInUseException if another process has it
   */
  Closeable claim() throws IOException;

  /** Removes what a crash has left half written below the root. */
  void removeLeftovers() throws IOException;

  /** Starts a part of that name in that folder, which is made if it is not there. */
  PartDraft draft(String folder, String name) throws IOException;

  /** The part names in a folder that readers see, empty if there is no such folder. */
  List<String> parts(String folder, Predicate<String> isPart) throws IOException;

  /** A part to read from. */
  InputFile read(String folder, String name) throws IOException;
}
