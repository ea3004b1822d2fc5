package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file channel with the key that docs/encryption.md makes and the lines that conf has for it. */
final class ChannelEncryptionIT {
  private static final Path PAGE = Path.of("../docs/encryption.md");
  private static final Pattern LINE =
      Pattern.compile("(?m)^#raw\\.channels\\.parquet\\.(encryption\\.\\S+) = (\\S+)$");
  private static final int EVENTS = 20_000;

  private final DistributionHome home = DistributionHome.built();

  @TempDir Path folder;

  private FilledFileChannel channel;
  private Path agentFile;

  @BeforeEach
  void fillTheChannel() throws Exception {
    makeTheKey();
    channel = new FilledFileChannel(folder.resolve("channel"), shippedLines());
    channel.put(EVENTS);
    agentFile = channel.drainedInto("data/raw");
  }

  /** Runs the commands of the page as they stand there. */
  private void makeTheKey() throws Exception {
    String commands = Files.readString(PAGE).split("```sh channel\n", 2)[1].split("```", 2)[0];
    Files.createDirectories(folder.resolve("conf"));
    String keytools = Path.of(System.getProperty("java.home"), "bin").toString();
    try (AgentProcess shell =
        AgentProcess.start(
            folder,
            "keytool",
            Map.of("PATH", keytools + ":" + System.getenv("PATH")),
            List.of("sh", "-ec", commands))) {
      assertEquals(0, shell.awaitExit(), shell.out() + shell.err());
    }
  }

  private Map<String, String> shippedLines() throws IOException {
    Map<String, String> lines = new HashMap<>();
    Matcher line = LINE.matcher(Files.readString(home.conf().resolve("raw.properties")));
    while (line.find()) {
      String value = line.group(2);
      lines.put(
          line.group(1), value.startsWith("conf/") ? folder.resolve(value).toString() : value);
    }
    assertEquals(6, lines.size());
    return lines;
  }

  @Test
  void afterAKillNothingIsLostOrDoubledAndTheLogHoldsNoPlainText() throws Exception {
    assertEquals(0, occurrences("yahoo"));
    PartFiles parts = new PartFiles(folder.resolve("data/raw"));
    try (AgentProcess agent = start()) {
      agent.await(() -> parts.rows() > 0, "first rows");
      agent.kill();
    }
    try (AgentProcess agent = start()) {
      agent.await(() -> parts.rows() >= EVENTS, "complete drain");
      agent.terminate();
      assertFalse(
          agent.out().contains(Files.readString(folder.resolve("conf/channel.password")).strip()));
    }
    assertEquals(new PartFiles.Count(EVENTS, EVENTS), parts.count());
    assertTrue(channel.isEmpty());
  }

  private AgentProcess start() throws IOException {
    return home.flumeNg(folder, "agent", "-f", agentFile.toString());
  }

  private long occurrences(String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("channel/log"))) {
      List<Path> logs = files.filter(Files::isRegularFile).toList();
      assertFalse(logs.isEmpty());
      long found = 0;
      for (Path log : logs) {
        found += Files.readString(log, StandardCharsets.ISO_8859_1).contains(text) ? 1 : 0;
      }
      return found;
    }
  }
}
