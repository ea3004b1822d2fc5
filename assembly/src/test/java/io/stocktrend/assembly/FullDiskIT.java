package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agent drains a file channel into a disk that it fills up, or that becomes read-only, while it
 * writes. Once the disk takes data again, every event is there exactly once.
 */
final class FullDiskIT {
  private static final int EVENTS = 24_000;
  private static final int ROOM_FOR_SOME = 300;
  private static final String TRIES_AGAIN = "stored nothing and will try again";

  @TempDir Path folder;

  private FilledFileChannel channel;
  private Path agentFile;

  @BeforeEach
  void fillTheChannel() throws IOException {
    channel = new FilledFileChannel(folder.resolve("channel"));
    channel.put(EVENTS);
    agentFile = channel.drainedInto(folder.resolve("data/raw").toString());
  }

  @Test
  void aDiskThatIsFullForAWhileCostsNothing() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("data"), 8_000)) {
      PartFiles parts = new PartFiles(disk.seenFromOutside().resolve("raw"));
      disk.fillUpTo(ROOM_FOR_SOME);
      try (AgentProcess agent = start(disk)) {
        awaitFailures(agent, "No space left on device: the disk is full: free some space");
        assertSomeAreWhole(parts);
        disk.free();
        drain(agent, parts);
      }
      assertEachIsThereOnce(parts);
    }
  }

  @Test
  void anAgentThatDiesOnAFullDiskLosesNothing() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("data"), 8_000)) {
      PartFiles parts = new PartFiles(disk.seenFromOutside().resolve("raw"));
      disk.fillUpTo(ROOM_FOR_SOME);
      try (AgentProcess agent = start(disk)) {
        awaitFailures(agent, "the disk is full");
        agent.kill();
      }
      assertSomeAreWhole(parts);
      disk.free();
      try (AgentProcess agent = start(disk)) {
        drain(agent, parts);
      }
      assertEachIsThereOnce(parts);
    }
  }

  /** The mount is the dataset's folder: no file system becomes read-only below an open lock. */
  @Test
  void aDiskThatIsReadOnlyForAWhileCostsNothing() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("data/raw/financial_data"), 8_000)) {
      PartFiles parts = new PartFiles(disk.seenFromOutside());
      try (AgentProcess agent = start(disk)) {
        agent.await(() -> parts.rows() > 0, "part");
        disk.makeReadOnly();
        awaitFailures(agent, "Read-only file system: the file system is read-only: mount it");
        assertSomeAreWhole(parts);
        disk.makeWritable();
        drain(agent, parts);
      }
      assertEachIsThereOnce(parts);
    }
  }

  private AgentProcess start(SmallDisk disk) throws IOException {
    String launcher = DistributionHome.built().folder().resolve("bin/flume-ng").toString();
    List<String> command = List.of(launcher, "agent", "-f", agentFile.toString());
    return AgentProcess.start(folder, "flume-ng", Map.of(), disk.inside(folder, command));
  }

  /** Two attempts, each said in one line with what to do. */
  private static void awaitFailures(AgentProcess agent, String advice) {
    agent.await(() -> failures(agent).size() >= 2, "second failed attempt");
    failures(agent).forEach(line -> assertTrue(line.contains(advice), line));
  }

  private static List<String> failures(AgentProcess agent) {
    return agent.out().lines().filter(line -> line.contains(TRIES_AGAIN)).toList();
  }

  private static void assertSomeAreWhole(PartFiles parts) throws Exception {
    PartFiles.Count count = parts.count();
    assertEquals(count.rows(), count.ids());
    assertTrue(count.rows() > 0 && count.rows() < EVENTS, "stored so far: " + count);
  }

  private static void drain(AgentProcess agent, PartFiles parts) throws Exception {
    agent.await(() -> parts.rows() >= EVENTS, "complete drain");
    agent.terminate();
    List<String> failures = new ArrayList<>(failures(agent));
    assertTrue(failures.size() <= 8, "one line for each back-off: " + failures);
    assertTrue(agent.out().lines().noneMatch(line -> line.contains("ERROR")), agent.out());
  }

  private void assertEachIsThereOnce(PartFiles parts) throws Exception {
    assertEquals(new PartFiles.Count(EVENTS, EVENTS), parts.count());
    assertEquals(List.of(), parts.hidden());
    assertTrue(channel.isEmpty(), "nothing is left in the channel");
  }
}
