package io.stocktrend.assembly;

import io.stocktrend.assembly.SoakPlan.Action;
import io.stocktrend.source.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ends agents and starts them again, and keeps a record of when they were down. */
final class SoakLives {
  private static final List<String> AGENTS = List.of("raw", "context");

  /** A process that is to die at a step starts that long after its stop. */
  private static final Duration STOPPED = Duration.ofMinutes(10);

  private final SoakAgents agents;
  private final VirtualTime time;
  private final List<Down> downs = new ArrayList<>();
  private final Map<String, Down> open = new HashMap<>();
  private final Map<String, Action> doomed = new HashMap<>();
  private final Map<String, Integer> lives = new HashMap<>();
  private final TreeMap<Instant, Start> starts = new TreeMap<>();
  private int reloads;

  /** A time in which an agent did not run. */
  record Down(String agent, Instant from, Instant to, String how) {}

  private record Start(String agent, String step) {}

  SoakLives(SoakAgents agents) {
    this.agents = agents;
    this.time = agents.time();
  }

  List<Down> downs() {
    return List.copyOf(downs);
  }

  int reloads() {
    return reloads;
  }

  /** How many processes an agent has had. */
  int of(String agent) {
    return lives.get(agent);
  }

  void startBoth() throws IOException {
    for (String agent : AGENTS) {
      start(new Start(agent, ""));
    }
  }

  /** When an agent is to start next, or that time if it comes before. */
  Instant next(Instant otherwise) {
    boolean isBefore = !starts.isEmpty() && starts.firstKey().isBefore(otherwise);
    return isBefore ? starts.firstKey() : otherwise;
  }

  void startDue() throws IOException {
    while (!starts.isEmpty() && !starts.firstKey().isAfter(time.instant())) {
      start(starts.pollFirstEntry().getValue());
    }
  }

  private void start(Start start) throws IOException {
    agents.start(start.agent, start.step);
    lives.merge(start.agent, 1, Integer::sum);
    Down down = open.remove(start.agent);
    if (down != null) {
      downs.add(new Down(start.agent, down.from, time.instant(), down.how));
    }
  }

  /** Does it, unless the agent is down already. */
  void act(Action action) throws IOException, InterruptedException {
    String agent = action.agent();
    if (!agents.isRunning(agent)) {
      return;
    }
    switch (action.kind()) {
      case RELOAD -> {
        agents.reload(agent);
        reloads++;
      }
      case KILL -> {
        agents.kill(agent);
        end(action, "", "killed");
      }
      case DOOM -> {
        agents.terminate(agent);
        end(action, action.step(), "stopped");
      }
      case RESTART -> {
        agents.terminate(agent);
        end(action, "", "stopped");
      }
    }
  }

  /** Starts it again, doomed to die at the step if there is one. */
  private void end(Action action, String step, String how) {
    Instant now = time.instant();
    String agent = action.agent();
    open.put(agent, new Down(agent, now, now, how));
    doomed.remove(agent);
    if (!step.isEmpty()) {
      doomed.put(agent, action);
    }
    Instant at = now.plus(step.isEmpty() ? action.down() : STOPPED);
    while (starts.containsKey(at)) {
      at = at.plusMillis(1);
    }
    starts.put(at, new Start(agent, step));
  }

  /** Who was doomed to die at a step has died there; nobody else may. */
  void bury() throws InterruptedException {
    for (String agent : AGENTS) {
      if (agents.isDead(agent)) {
        Action action = doomed.get(agent);
        if (action == null) {
          throw new AssertionError(agent + " has died\n" + agents.both().out());
        }
        agents.kill(agent);
        end(action, "", "died at " + action.step());
        return;
      }
    }
    throw new AssertionError("no end of a round\n" + agents.both().out());
  }

  void stopBoth() throws InterruptedException {
    for (String agent : AGENTS) {
      agents.terminate(agent);
    }
  }
}
