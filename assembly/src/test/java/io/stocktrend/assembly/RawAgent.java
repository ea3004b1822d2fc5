package io.stocktrend.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distribution's own agent raw, of its sources only the one of quotes, with its data, its log
 * and its keys in one folder.
 */
final class RawAgent {
  private final Path folder;
  private final Path providers;
  private final DistributionHome home = DistributionHome.built();
  private final Map<String, String> environment = new HashMap<>();
  private final AgentFile agentFile;
  private Path data;
  private SmallDisk disk;

  RawAgent(Path folder, Path providers) throws IOException {
    this.folder = folder;
    this.providers = providers;
    agentFile = AgentFile.shipped(home.conf(), "raw").only("quotes");
    withData(folder.resolve("data"));
  }

  Path data() {
    return data;
  }

  /** From now on with its data, its state and its channels there. */
  RawAgent withData(Path folderOfData) {
    data = folderOfData;
    environment.put("STOCKTREND_DATA", data.toString());
    return this;
  }

  /** From now on where that disk is to be seen. */
  RawAgent within(SmallDisk mounted) {
    disk = mounted;
    return this;
  }

  PartFiles parts() {
    return new PartFiles(data().resolve("raw/financial_data"));
  }

  /** From now on with this line in place of the one that the agent file has for its key. */
  RawAgent with(String line) {
    agentFile.with(line);
    return this;
  }

  /** From now on with parts written as soon as their events come. */
  RawAgent withoutDelay() {
    return with("raw.sinks.parquet.batchMaxDelay = 50ms");
  }

  /** From now on with these keys for Finnhub and Alpha Vantage. */
  RawAgent withKeys(String finnhub, String alphaVantage) throws IOException {
    return withCredentials(
        "rw-------",
        "{\"finnhub\": {\"apiKey\": \"%s\"}, \"alphavantage\": {\"apiKey\": \"%s\"}}"
            .formatted(finnhub, alphaVantage));
  }

  RawAgent withCredentials(String mode, String json) throws IOException {
    Path file = folder.resolve("credentials.json");
    Files.writeString(file, json);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return withCredentials(file);
  }

  RawAgent withCredentials(Path file) {
    environment.put("STOCKTREND_CREDENTIALS", file.toString());
    return this;
  }

  /** Starts it; options such as {@code -Dkey=value} are added. */
  AgentProcess start(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("agent", "-n", "raw"));
    arguments.addAll(List.of("-f", agentFile.write(folder).toString()));
    arguments.add("-Dstocktrend.providers=" + providers);
    arguments.addAll(List.of(options));
    if (disk == null) {
      return home.run(folder, "flume-ng", environment, arguments.toArray(String[]::new));
    }
    arguments.add(0, home.folder().resolve("bin/flume-ng").toString());
    return AgentProcess.start(folder, "flume-ng", environment, disk.inside(folder, arguments));
  }

  /** Starts it and stops it when that many rows are to be read. */
  String runUntilRows(long rows, String... options) throws Exception {
    try (AgentProcess agent = start(options)) {
      awaitRows(agent, rows);
      agent.terminate();
      return agent.out();
    }
  }

  /** Waits until a round has ended and as many rows are to be read. */
  void awaitRows(AgentProcess agent, long rows) {
    agent.awaitOutput("rows emitted");
    agent.await(() -> parts().rows() >= rows, rows + " rows");
  }
}
