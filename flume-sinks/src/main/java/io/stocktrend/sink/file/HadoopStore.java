package io.stocktrend.sink.file;

import io.stocktrend.record.DatasetLayout;
import io.stocktrend.record.FolderLock;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/**
 * Parts on any file system that Hadoop reaches. Other machines may write below the same root, so a
 * leftover is removed only if it carries this sink's name, and the claim covers this machine only.
 */
final class HadoopStore implements FileStore {
  /** Stores in which an object appears whole when it is closed, and a rename is a copy. */
  private static final Set<String> OBJECT_SCHEMES = Set.of("s3a", "s3", "s3n", "gs", "oss", "cosn");

  private final String root;
  private final String sink;
  private final Path stateDir;
  private final Configuration configuration;

  HadoopStore(String root, String sink, Path stateDir, Configuration configuration) {
    this.root = root;
    this.sink = sink;
    this.stateDir = stateDir;
    this.configuration = configuration;
  }

  @Override
  public Closeable claim() throws IOException {
    String name = HexFormat.of().toHexDigits((long) root.hashCode());
    return FolderLock.acquire(stateDir.resolve("claim-" + sink + "-" + name))::close;
  }

  @Override
  public void removeLeftovers() throws IOException {
    if (isObjectStore()) {
      return;
    }
    FileSystem files = files();
    try {
      RemoteIterator<LocatedFileStatus> all = files.listFiles(path(root), true);
      while (all.hasNext()) {
        LocatedFileStatus file = all.next();
        if (PartNames.isDraftOf(sink, file.getPath().getName())) {
          files.delete(file.getPath(), false);
        }
      }
    } catch (FileNotFoundException e) {
      // Nothing has been written below this root yet.
      return;
    }
  }

  @Override
  public PartDraft draft(String folder, String name) throws IOException {
    String writtenAs = isObjectStore() ? name : PartNames.draft(name);
    org.apache.hadoop.fs.Path parent = path(folder);
    return new HadoopDraft(
        files(),
        new org.apache.hadoop.fs.Path(parent, writtenAs),
        new org.apache.hadoop.fs.Path(parent, name));
  }

  @Override
  public List<String> parts(String folder, Predicate<String> isPart) throws IOException {
    List<String> names = new ArrayList<>();
    try {
      for (FileStatus file : files().listStatus(path(folder))) {
        String name = file.getPath().getName();
        if (file.isFile() && DatasetLayout.isVisible(name) && isPart.test(name)) {
          names.add(name);
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    return names;
  }

  @Override
  public InputFile read(String folder, String name) throws IOException {
    return HadoopInputFile.fromPath(
        new org.apache.hadoop.fs.Path(path(folder), name), configuration);
  }

  private boolean isObjectStore() {
    return OBJECT_SCHEMES.contains(path(root).toUri().getScheme());
  }

  private FileSystem files() throws IOException {
    return path(root).getFileSystem(configuration);
  }

  private static org.apache.hadoop.fs.Path path(String text) {
    return new org.apache.hadoop.fs.Path(text);
  }
}
