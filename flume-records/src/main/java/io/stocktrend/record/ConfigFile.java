package io.stocktrend.record;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds a file that an agent file names: relative to the working directory, else in the agent's
 * configuration folder, which Flume puts on the class path.
 */
public final class ConfigFile {
  private static final String CONF = "conf/";

  private ConfigFile() {}

  /** The file, or the path as given if there is none to be found. */
  public static Path find(String name) {
    Path path = Path.of(name);
    if (path.isAbsolute() || Files.exists(path)) {
      return path;
    }
    String inConf = name.startsWith(CONF) ? name.substring(CONF.length()) : name;
    URL url = ConfigFile.class.getClassLoader().getResource(inConf);
    if (url == null || !url.getProtocol().equals("file")) {
      return path;
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path URL that is no URI: " + url, e);
    }
  }
}
