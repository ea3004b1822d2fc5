package io.stocktrend.agent;

import io.stocktrend.record.Umask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second process from running the same agent on the same state: the file {@code
 * agent-NAME.lock} in each state folder of its sources, locked while the agent runs and holding its
 * process id. The operating system frees it when the process dies; the file then stays and hinders
 * nobody.
 */
final class AgentLock {
  private static final Logger LOG = LoggerFactory.getLogger(AgentLock.class);
  private static final String SOURCES = "io.stocktrend.source.";
  private static final String DEFAULT_STATE = "data/state";

  private final String agent;
  private final Map<Path, FileChannel> held = new HashMap<>();

  AgentLock(String agent) {
    this.agent = agent;
  }

  /**
   * Takes the locks of every state folder that the file names, until the process ends.
   *
   * @throws RefusedStartException if another process has one of them
   */
  void take(AgentFile file) throws RefusedStartException {
    for (Component source : file.listed(agent, Kind.SOURCE)) {
      Map<String, String> settings = file.settings(agent, source);
      if (!settings.getOrDefault("type", "").startsWith(SOURCES)) {
        continue;
      }
      String stateDir = file.resolved(settings.getOrDefault("stateDir", DEFAULT_STATE)).strip();
      if (!stateDir.contains("${") && !take(stateDir)) {
        String key = source.prefix(agent) + ".stateDir";
        throw new RefusedStartException(
            ("agent %s runs already with its state in %s, as %s: stop that one, or give this one a"
                    + " stateDir of its own (%s in %s)")
                .formatted(agent, stateDir, holder(stateDir), key, file.place(key)));
      }
    }
  }

  /** Whether nobody else has the lock; a folder that cannot be had is for the source to refuse. */
  private boolean take(String stateDir) {
    try {
      Path folder = Path.of(stateDir);
      Umask.PRIVATE.makeFolders(folder);
      return take(folder.toRealPath());
    } catch (IOException | InvalidPathException e) {
      LOG.debug("No lock of agent {} in {}", agent, stateDir, e);
      return true;
    }
  }

  private boolean take(Path folder) throws IOException {
    if (held.containsKey(folder)) {
      return true;
    }
    FileChannel channel =
        Umask.openPrivately(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return false;
    }
    held.put(folder, channel);
    write(channel);
    return true;
  }

  private static void write(FileChannel channel) throws IOException {
    byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid));
  }

  /** Who has the lock, by what it wrote into the file. */
  private String holder(String stateDir) {
    try {
      String pid = Files.readString(file(Path.of(stateDir)), StandardCharsets.US_ASCII).strip();
      return pid.isEmpty() ? "a process that has only begun" : "process " + pid;
    } catch (IOException e) {
      return "a process of another user";
    }
  }

  private Path file(Path folder) {
    return folder.resolve("agent-" + agent + ".lock");
  }
}
