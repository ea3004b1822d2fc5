package io.stocktrend.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.TreeSet;

/** A properties file, sorted and complete as soon as it is there. */
final class ProvidersFile {

  private ProvidersFile() {}

  static void write(Path file, Properties properties) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      text.append(name).append('=').append(properties.getProperty(name)).append('\n');
    }
    String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path unfinished = file.resolveSibling(name);
    try {
      Files.writeString(unfinished, text);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
