package io.stocktrend.agent;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for a changed agent file and hands on what it asks for. A file that is not good costs one
 * line: the running configuration goes on, and the next good file is taken.
 */
final class AgentFileWatcher {
  private static final Logger LOG = LoggerFactory.getLogger(AgentFileWatcher.class);

  private final AgentProvider provider;
  private final AgentLock lock;
  private final Consumer<Prepared> taker;
  private AgentFile seen;
  private boolean unreadable;

  AgentFileWatcher(
      AgentProvider provider, AgentFile running, AgentLock lock, Consumer<Prepared> taker) {
    this.provider = provider;
    this.seen = running;
    this.lock = lock;
    this.taker = taker;
  }

  /** Looks from now on, from a thread that ends with the process. */
  void start(Duration every) {
    Thread thread = new Thread(() -> watch(every), "agent-file-watcher");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch(Duration every) {
    try {
      while (true) {
        Thread.sleep(every.toMillis());
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One look at the file; never throws, because nobody would look again. */
  void look() {
    try {
      AgentFile now = AgentFile.read(seen.path());
      unreadable = false;
      if (!Arrays.equals(now.bytes(), seen.bytes())) {
        seen = now;
        take(now);
      }
    } catch (RefusedStartException e) {
      if (!unreadable) {
        unreadable = true;
        refuse(e.errors());
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The changed agent file failed to start", e);
    }
  }

  /** Tried with a provider of its own first, so that a bad file leaves no trace in the channels. */
  private void take(AgentFile file) throws RefusedStartException {
    file.agent(Optional.of(provider.getAgentName()));
    lock.take(file);
    Prepared rehearsal = new AgentProvider(provider.getAgentName()).prepare(file);
    rehearsal.discard();
    Prepared next = rehearsal.errors().isEmpty() ? provider.prepare(file) : rehearsal;
    if (next.errors().isEmpty()) {
      LOG.info("Reloading {}", file.path());
      taker.accept(next);
    } else {
      refuse(next.errors());
    }
  }

  private static void refuse(List<String> errors) {
    LOG.error("Not reloaded, the running configuration goes on: {}", String.join("; ", errors));
  }
}
