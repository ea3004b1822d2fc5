package io.stocktrend.sink.file;

import io.stocktrend.record.Umask;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/** The folder above all partitions on one of Hadoop's file systems, and the rights below it. */
record HadoopRoot(String path, Configuration configuration, Umask umask) {
  FileSystem files() throws IOException {
    return new Path(path).getFileSystem(configuration);
  }

  /** Makes the folder and those that lead to it where they are missing. */
  void makeFolders(Path folder) throws IOException {
    FileSystem files = files();
    if (folder.getParent() == null || files.exists(folder)) {
      return;
    }
    makeFolders(folder.getParent());
    FsPermission rights = new FsPermission((short) umask.ofFolders());
    if (!files.mkdirs(folder, rights)) {
      throw new IOException("could not make the folder " + folder);
    }
    // Once more, because the store has its own mask, which may have withheld some.
    files.setPermission(folder, rights);
  }
}
