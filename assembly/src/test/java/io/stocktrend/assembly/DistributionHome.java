package io.stocktrend.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The self-contained distribution, exploded. */
public record DistributionHome(Path folder) {
  /** The home that this build made. */
  public static DistributionHome built() {
    return new DistributionHome(Path.of(System.getProperty("stocktrend.home")));
  }

  /** A copy of the built home without tools and without libraries of plugins. */
  public static DistributionHome copy(Path folder) throws IOException {
    for (String name : List.of("bin", "conf", "lib", "plugins.d/stock-trend/lib")) {
      copy(built().folder().resolve(name), Files.createDirectories(folder.resolve(name)));
    }
    return new DistributionHome(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.newDirectoryStream(from)) {
      for (Path file : files) {
        Path copy = to.resolve(file.getFileName());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  public Path conf() {
    return folder.resolve("conf");
  }

  public Path lib() {
    return folder.resolve("lib");
  }

  public Path toolsLib() {
    return folder.resolve("tools/lib");
  }

  public Path pluginLib() {
    return folder.resolve("plugins.d/stock-trend/lib");
  }

  public Path pluginLibext() {
    return folder.resolve("plugins.d/stock-trend/libext");
  }

  /** Runs {@code bin/flume-ng} with the arguments. */
  public AgentProcess flumeNg(Path workingFolder, String... arguments) throws IOException {
    return run(workingFolder, "flume-ng", Map.of(), arguments);
  }

  /** Runs {@code bin/stocktrend} with the arguments. */
  public AgentProcess stocktrend(Path workingFolder, String... arguments) throws IOException {
    return run(workingFolder, "stocktrend", Map.of(), arguments);
  }

  /** Runs a launcher of the home with more environment variables. */
  public AgentProcess run(
      Path workingFolder, String launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("bin/" + launcher).toString()));
    command.addAll(List.of(arguments));
    return AgentProcess.start(workingFolder, launcher, environment, command);
  }
}
