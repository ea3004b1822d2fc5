package io.stocktrend.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flume.Context;

/**
 * A folder that a component needs for itself, and the key that names it.
 *
 * @param folder absolute and normal, or a URI where it is remote
 */
record Claim(Component owner, String key, String folder) {
  private static final String FILE_CHANNEL = "org.apache.flume.channel.file.FileChannel";
  private static final Path FLUMES_OWN =
      Path.of(System.getProperty("user.home"), ".flume", "file-channel");

  /** What the components of one agent claim, by their kinds and names. */
  static List<Claim> of(Map<Component, Context> settings) {
    List<Claim> claims = new ArrayList<>();
    settings.forEach(
        (component, context) -> {
          switch (component.kind()) {
            case CHANNEL -> ofChannel(component, context).forEach(claims::add);
            case SINK -> ofSink(component, context).forEach(claims::add);
            case SOURCE -> ofSource(component, context).forEach(claims::add);
            case SINK_GROUP, CONFIG_FILTER -> {}
          }
        });
    return claims;
  }

  /** Whether two components of one kind come to the same folder, or one inside the other's. */
  boolean overlaps(Claim other) {
    return owner.kind() == other.owner.kind()
        && ((folder + "/").startsWith(other.folder + "/")
            || (other.folder + "/").startsWith(folder + "/"));
  }

  private static Stream<Claim> ofChannel(Component component, Context context) {
    String type = context.getString("type", "");
    if (!type.equalsIgnoreCase("file") && !type.equals(FILE_CHANNEL)) {
      return Stream.empty();
    }
    String checkpoint =
        context.getString("checkpointDir", FLUMES_OWN.resolve("checkpoint").toString());
    String data = context.getString("dataDirs", FLUMES_OWN.resolve("data").toString());
    return Stream.concat(
        Stream.of(claim(component, "checkpointDir", checkpoint)),
        Stream.of(data.split(",")).map(each -> claim(component, "dataDirs", each.strip())));
  }

  /** The fixed part of a path; the escapes behind it may come to the same folder. */
  private static Stream<Claim> ofSink(Component component, Context context) {
    String path = context.getString("path");
    if (path == null || !context.getString("type", "").startsWith("io.stocktrend.sink.")) {
      return Stream.empty();
    }
    String fixed = path.contains("%") ? path.substring(0, path.indexOf('%')) : path;
    return Stream.of(claim(component, "path", fixed));
  }

  /** Sources share a stateDir, and each has the folder of its name in it. */
  private static Stream<Claim> ofSource(Component component, Context context) {
    if (!context.getString("type", "").startsWith("io.stocktrend.source.")) {
      return Stream.empty();
    }
    String stateDir = context.getString("stateDir", "data/state");
    return Stream.of(claim(component, "stateDir", stateDir + "/" + component.name()));
  }

  private static Claim claim(Component component, String key, String folder) {
    String local = folder.startsWith("file:") ? folder.replaceFirst("^file:/*", "/") : folder;
    boolean remote = local.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    String normal =
        remote
            ? local.replaceFirst("/+$", "")
            : Path.of(local).toAbsolutePath().normalize().toString();
    return new Claim(component, key, normal);
  }
}
