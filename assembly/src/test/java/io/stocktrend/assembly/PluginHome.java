package io.stocktrend.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The plugin archive, unpacked as a user unpacks it in a stock Flume home. */
public record PluginHome(Path folder) {
  /** The archive that this build made. */
  public static Path archive() {
    return Path.of(System.getProperty("stocktrend.plugins"));
  }

  /** Unpacks the archive into a folder. */
  public static PluginHome unpack(Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(archive().toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        unpack(zip, entries.nextElement(), folder);
      }
    }
    return new PluginHome(folder);
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    try (InputStream content = zip.getInputStream(entry)) {
      Files.copy(content, target);
    }
  }

  public Path conf() {
    return folder.resolve("conf");
  }

  public Path lib() {
    return folder.resolve("plugins.d/stock-trend/lib");
  }

  public Path libext() {
    return folder.resolve("plugins.d/stock-trend/libext");
  }
}
