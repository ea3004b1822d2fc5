package io.stocktrend.sink.file;

import io.stocktrend.record.Settings;
import io.stocktrend.record.Umask;
import io.stocktrend.sink.batch.BatchWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/** The settings that all file sinks share: where parts go, and by which kind of store. */
public final class FileDestination {
  private static final Pattern URI = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");
  private static final Pattern FILE_PATH = Pattern.compile("(?://)?(/(?!/).*)");
  private static final String ALLOWED =
      "a path or a Hadoop URI such as data/raw/%{dataset}/date=%Y-%m-%d, hdfs://host/%{dataset} or"
          + " file:///var/data, with Flume's escapes only";
  private static final String DEFAULT_STATE = "data/state";
  private static final String DEFAULT_UMASK = "077";

  private final Settings settings;
  private final String sink;
  private final Configuration configuration;

  /** The destination that the settings of the sink of that name give. */
  public FileDestination(Settings settings, String sink, Configuration configuration) {
    this.settings = settings;
    this.sink = sink;
    this.configuration = configuration;
  }

  /** A writer of parts of that format into this destination. */
  public BatchWriter writer(PartFormat format, Clock clock) {
    String given = settings.text("path");
    Path stateDir = Path.of(settings.text("stateDir", DEFAULT_STATE));
    Matcher uri = URI.matcher(given);
    boolean remote = uri.matches() && !uri.group(1).equals("file");
    String path = uri.matches() && !remote ? local(given, uri.group(2)) : given;
    PathEscapes escapes = escapes(given, path);
    String root = escapes.root(path);
    FileStore store =
        remote
            ? new HadoopStore(new HadoopRoot(root, configuration, umask()), sink, stateDir)
            : new LocalStore(Path.of(root), umask());
    return new FileBatchWriter(
        store, new PathTemplate(path, escapes), format, new PartNames(sink, clock));
  }

  private Umask umask() {
    String given = settings.text("umask", DEFAULT_UMASK);
    try {
      return Umask.parse(given);
    } catch (IllegalArgumentException e) {
      throw settings.wrong("umask", given, Umask.ALLOWED, null);
    }
  }

  private String local(String given, String rest) {
    Matcher path = FILE_PATH.matcher(rest);
    if (!path.matches()) {
      throw settings.wrong("path", given, ALLOWED, null);
    }
    return path.group(1);
  }

  private PathEscapes escapes(String given, String path) {
    try {
      return PathEscapes.in(path);
    } catch (IllegalArgumentException e) {
      throw settings.wrong("path", given, ALLOWED, e);
    }
  }
}
