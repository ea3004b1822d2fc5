package io.stocktrend.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flume.Context;

/** Finds two sinks that would write into one folder, and two channels that would share one. */
final class ClashCheck {
  private static final String FILE_CHANNEL = "org.apache.flume.channel.file.FileChannel";
  private static final Path FLUMES_OWN =
      Path.of(System.getProperty("user.home"), ".flume", "file-channel");

  /** A folder that a component claims through a key. */
  private record Claim(Component owner, String key, String folder) {
    boolean overlaps(Claim other) {
      return (folder + "/").startsWith(other.folder + "/")
          || (other.folder + "/").startsWith(folder + "/");
    }
  }

  void run(Map<Component, Context> settings, Findings findings) {
    List<Claim> channels = new ArrayList<>();
    List<Claim> sinks = new ArrayList<>();
    settings.forEach(
        (component, context) -> {
          if (component.kind() == Kind.CHANNEL) {
            channelClaims(component, context).forEach(channels::add);
          } else if (component.kind() == Kind.SINK) {
            sinkClaims(component, context).forEach(sinks::add);
          }
        });
    compare(channels, "two channels in one folder lose events", findings);
    compare(sinks, "two sinks in one folder disturb each other", findings);
  }

  private static void compare(List<Claim> claims, String why, Findings findings) {
    for (int later = 1; later < claims.size(); later++) {
      Claim claim = claims.get(later);
      claims.subList(0, later).stream()
          .filter(earlier -> earlier.overlaps(claim))
          .findFirst()
          .ifPresent(earlier -> findings.add(claim.owner(), message(claim, earlier, why)));
    }
  }

  private static String message(Claim claim, Claim earlier, String why) {
    String other =
        earlier.owner().equals(claim.owner())
            ? "its own " + earlier.key()
            : earlier.key() + " of " + earlier.owner();
    return claim.key()
        + " = '"
        + claim.folder()
        + "' overlaps "
        + other
        + " ('"
        + earlier.folder()
        + "'): give it a folder of its own, "
        + why;
  }

  private static Stream<Claim> channelClaims(Component component, Context context) {
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
  private static Stream<Claim> sinkClaims(Component component, Context context) {
    String path = context.getString("path");
    if (path == null || !context.getString("type", "").startsWith("io.stocktrend.sink.")) {
      return Stream.empty();
    }
    String fixed = path.contains("%") ? path.substring(0, path.indexOf('%')) : path;
    return Stream.of(claim(component, "path", fixed));
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
