package io.stocktrend.sink.file;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Hadoop's own local file system under another scheme, so that it counts as remote. */
abstract class SchemedFileSystem extends RawLocalFileSystem {
  private static final URI RENAMING = URI.create("renaming:///");
  private static final URI OBJECTS = URI.create("gs:///");

  @Override
  public abstract URI getUri();

  @Override
  protected void checkPath(Path path) {}

  /** Plain values: the local ones ask the file for its owner, by a URI that must be a file's. */
  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    return Arrays.stream(super.listStatus(folder))
        .map(
            file ->
                new FileStatus(
                    file.getLen(),
                    file.isDirectory(),
                    1,
                    file.getBlockSize(),
                    file.getModificationTime(),
                    file.getPath()))
        .toArray(FileStatus[]::new);
  }

  /** A store with folders and a rename, as HDFS. */
  public static final class Renaming extends SchemedFileSystem {
    @Override
    public URI getUri() {
      return RENAMING;
    }
  }

  /** A store that never renames, as object stores. */
  public static final class ObjectLike extends SchemedFileSystem {
    @Override
    public URI getUri() {
      return OBJECTS;
    }

    @Override
    public boolean rename(Path from, Path to) {
      throw new UnsupportedOperationException("a rename copies the object");
    }
  }
}
