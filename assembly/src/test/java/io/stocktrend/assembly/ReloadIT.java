package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent file that is changed time and again while events flow. */
final class ReloadIT {
  private static final String KEPT = "Not reloaded, the running configuration goes on: ";
  private static final Pattern PUT = Pattern.compile("(\\d+) quotes have been put in all");
  private static final Pattern SYMBOL = Pattern.compile("\"symbol\":\"(Q\\d+)\"");
  private static final String FIRST =
      """
      raw.sources = flow
      raw.channels = store
      raw.sinks = parquet
      raw.sources.flow.type = io.stocktrend.assembly.FlowingSource
      raw.sources.flow.until = FOLDER/enough
      raw.sources.flow.channels = store
      raw.channels.store.type = file
      raw.channels.store.checkpointDir = FOLDER/channel/checkpoint
      raw.channels.store.dataDirs = FOLDER/channel/log
      raw.sinks.parquet.type = io.stocktrend.sink.ParquetSink
      raw.sinks.parquet.channel = store
      raw.sinks.parquet.path = FOLDER/parquet/date=%Y-%m-%d
      raw.sinks.parquet.quarantineDir = FOLDER/quarantine
      raw.sinks.parquet.batchSize = 1000
      raw.sinks.parquet.batchMaxDelay = 200ms
      raw.sinks.parquet.compression = snappy
      """;
  private static final String COPY =
      """
      raw.channels.copy.type = memory
      raw.channels.copy.capacity = 100000
      raw.channels.copy.transactionCapacity = 1000
      raw.channels.copy.keep-alive = 1
      raw.sinks.copy.type = io.stocktrend.sink.JsonSink
      raw.sinks.copy.channel = copy
      raw.sinks.copy.path = FOLDER/json/date=%Y-%m-%d
      raw.sinks.copy.quarantineDir = FOLDER/quarantine
      raw.sinks.copy.batchSize = 1000
      raw.sinks.copy.batchMaxDelay = 200ms
      raw.sinks.copy.compression = none
      """;

  @TempDir Path folder;
  private PartFiles parts;

  @BeforeEach
  void lookThere() {
    parts = new PartFiles(folder.resolve("parquet"));
  }

  @Test
  void eachGoodFileIsTakenEachBadOneIsNotAndNoEventIsLostOrStoredTwice() throws Exception {
    String withCopy =
        FIRST
                .replace("raw.channels = store", "raw.channels = store copy")
                .replace("flow.channels = store", "flow.channels = store copy")
                .replace("raw.sinks = parquet", "raw.sinks = parquet copy")
            + COPY;
    try (AgentProcess agent = start()) {
      flows(agent);
      refuses(
          agent,
          FIRST.replace("batchSize = 1000", "batchSize = many"),
          "sink parquet: batchSize = 'many' is not allowed");
      replace(withCopy);
      agent.await(() -> !copied().isEmpty(), "a copy from the sink that was added");
      refuses(
          agent,
          withCopy.replace("copy.channel = copy", "copy.channel = cpoy"),
          "sink copy: channel names 'cpoy', which raw.channels does not list");
      replace(withCopy.replace("snappy", "gzip"));
      agent.await(() -> compressions().contains("GZIP"), "a part with the changed compression");
      int put = stop(agent);
      assertEquals(new PartFiles.Count(put, put), parts.count());
      assertEquals(symbols(0, put), parts.values("symbol"));
      List<String> copied = copied();
      assertEquals(symbols(put - copied.size(), put), copied);
      assertEquals(2, lines(agent, KEPT), agent::out);
      assertEquals(2, lines(agent, "Reloading "), agent::out);
    }
  }

  private AgentProcess start() throws IOException {
    replace(FIRST);
    String classes =
        FlowingSource.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    String file = folder.resolve("raw.properties").toString();
    return DistributionHome.built().flumeNg(folder, "agent", "-f", file, "-i", "1", "-C", classes);
  }

  /** As a whole, so that nobody reads half of it. */
  private void replace(String text) throws IOException {
    Path draft = folder.resolve("draft");
    Files.writeString(draft, text.replace("FOLDER", folder.toString()));
    Files.move(draft, folder.resolve("raw.properties"), StandardCopyOption.ATOMIC_MOVE);
  }

  private void refuses(AgentProcess agent, String text, String error) throws IOException {
    replace(text);
    agent.awaitOutput(KEPT + error);
    flows(agent);
  }

  /** More comes than has come by now. */
  private void flows(AgentProcess agent) {
    long before = parts.rows();
    agent.await(() -> parts.rows() > before, "more rows than " + before);
  }

  /** Ends the flow and then the agent, and returns how many events have been put. */
  private int stop(AgentProcess agent) throws IOException, InterruptedException {
    Files.createFile(folder.resolve("enough"));
    agent.awaitOutput("quotes have been put in all");
    List<MatchResult> ends = PUT.matcher(agent.out()).results().toList();
    int put = Integer.parseInt(ends.get(ends.size() - 1).group(1));
    agent.await(() -> parts.rows() >= put, put + " rows");
    agent.terminate();
    assertEquals(0, agent.awaitExit(), agent::err);
    return put;
  }

  /** The symbols of the copy, in their order. */
  private List<String> copied() {
    List<String> copied = new ArrayList<>();
    Path day = folder.resolve("json/date=2024-06-12");
    if (!Files.isDirectory(day)) {
      return copied;
    }
    try (DirectoryStream<Path> visible = Files.newDirectoryStream(day, "[!._]*.jsonl")) {
      for (Path part : visible) {
        SYMBOL.matcher(Files.readString(part)).results().forEach(r -> copied.add(r.group(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.sort(copied);
    return copied;
  }

  private List<String> compressions() {
    try {
      return parts.compressions();
    } catch (SQLException e) {
      throw new AssertionError("a part cannot be read", e);
    }
  }

  private static List<String> symbols(int first, int end) {
    return IntStream.range(first, end).mapToObj(FlowingSource::symbol).toList();
  }

  private static long lines(AgentProcess agent, String text) {
    return agent.out().lines().filter(line -> line.contains(text)).count();
  }
}
