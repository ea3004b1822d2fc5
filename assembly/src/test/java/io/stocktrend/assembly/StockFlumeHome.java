package io.stocktrend.assembly;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A stock Apache Flume 1.11.0 with its own versions and the plugin archive unpacked beside it:
 * Flume's {@code Application} on the class path that Flume's launcher makes.
 */
public record StockFlumeHome(PluginHome plugins) {
  /** The jars of a stock home, nothing of ours among them. */
  public static Path lib() {
    return Path.of(System.getProperty("stocktrend.stockLib"));
  }

  /** Starts an agent; further Java options such as {@code -Dkey=value} come first. */
  public AgentProcess start(Path workingFolder, String agent, Path agentFile, String... javaOptions)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(AgentProcess.javaHome() + "/bin/java");
    command.add("-Xmx512m");
    command.addAll(List.of(javaOptions));
    command.addAll(List.of("-cp", classPath(), "org.apache.flume.node.Application"));
    command.addAll(List.of("-n", agent, "-f", agentFile.toString(), "--no-reload-conf"));
    return AgentProcess.start(workingFolder, agent, Map.of(), command);
  }

  /** The configuration folder, lib, the plugin's lib, the plugin's libext. */
  public String classPath() {
    return String.join(
        File.pathSeparator,
        plugins.conf().toString(),
        lib() + "/*",
        plugins.lib() + "/*",
        plugins.libext() + "/*");
  }
}
