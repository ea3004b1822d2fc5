package io.stocktrend.assembly;

import io.stocktrend.assembly.SoakPlan.Action;
import io.stocktrend.assembly.SoakPlan.Kind;
import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.source.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Lets the virtual time pass, and does to agents and providers what the plan says. */
final class SoakRun {
  private static final List<String> AGENTS = List.of("raw", "context");
  private static final Duration DOOM = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofDays(1);

  private final SoakScale scale;
  private final SoakProviders providers;
  private final VirtualTime time;
  private final SoakAgents agents;
  private final SoakVitals vitals;
  private final Random random;
  private final List<Down> downs = new ArrayList<>();
  private final Map<String, Down> open = new HashMap<>();
  private final Map<String, Action> doomed = new HashMap<>();
  private final Map<String, Integer> lives = new HashMap<>();
  private final TreeMap<Instant, Action> agenda = new TreeMap<>();
  private final TreeMap<Instant, Start> starts = new TreeMap<>();
  private Instant nextVitals;
  private int reloads;

  /** A time in which an agent did not run. */
  record Down(String agent, Instant from, Instant to, String how) {}

  private record Start(String agent, String step) {}

  SoakRun(SoakScale scale, SoakPlan plan, ProviderSimulator simulator, SoakAgents agents) {
    this.scale = scale;
    this.providers = new SoakProviders(plan, simulator);
    this.time = agents.time();
    this.agents = agents;
    this.vitals = new SoakVitals(scale.start());
    this.random = new Random(scale.seed());
    this.nextVitals = scale.start().plus(DAY);
    for (Action action : plan.actions()) {
      put(agenda, action.at(), action);
    }
  }

  private static <T> void put(TreeMap<Instant, T> at, Instant when, T what) {
    Instant free = when;
    while (at.containsKey(free)) {
      free = free.plusSeconds(1);
    }
    at.put(free, what);
  }

  SoakVitals vitals() {
    return vitals;
  }

  int reloads() {
    return reloads;
  }

  List<Down> downs() {
    return downs;
  }

  /** Until the end of the last day; then both have stopped. */
  void run() throws IOException, InterruptedException {
    time.advanceTo(scale.start());
    providers.injectDue(time.instant());
    for (String agent : AGENTS) {
      start(new Start(agent, ""));
    }
    while (time.instant().isBefore(scale.end())) {
      Instant idle = agents.awaitIdle();
      if (idle.equals(Instant.MIN)) {
        bury();
      } else {
        doDue();
        time.advanceTo(next(agents.awaitIdle()));
        killDue();
      }
    }
    agents.awaitIdle();
    time.drain(true);
    measure(time.instant());
    for (String agent : AGENTS) {
      agents.terminate(agent);
    }
  }

  private Instant next(Instant idle) {
    Instant next = idle.isBefore(scale.end()) ? idle : scale.end();
    next = earlier(next, agenda.isEmpty() ? next : agenda.firstKey());
    next = earlier(next, starts.isEmpty() ? next : starts.firstKey());
    return providers.next(time.instant(), earlier(next, nextVitals));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private void doDue() throws IOException, InterruptedException {
    Instant now = time.instant();
    time.drain(now.isBefore(scale.hourly()));
    providers.injectDue(time.instant());
    while (!starts.isEmpty() && !starts.firstKey().isAfter(now)) {
      start(starts.pollFirstEntry().getValue());
    }
    while (!agenda.isEmpty() && !agenda.firstKey().isAfter(now)) {
      act(agenda.pollFirstEntry().getValue());
    }
    if (!nextVitals.isAfter(now)) {
      measure(now);
    }
  }

  private void measure(Instant now) {
    for (String agent : AGENTS) {
      if (agents.isRunning(agent)) {
        vitals.add(now, agent, lives.get(agent), agents.vitals(agent));
      }
    }
    nextVitals = nextVitals.plus(DAY);
    System.err.println("soak: " + now);
  }

  private void start(Start start) throws IOException {
    String agent = start.agent;
    agents.start(agent, start.step);
    lives.merge(agent, 1, Integer::sum);
    Down down = open.remove(agent);
    if (down != null) {
      downs.add(new Down(agent, down.from, time.instant(), down.how));
    }
  }

  private void act(Action action) throws IOException, InterruptedException {
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
        end(action, "", "killed while idle");
      }
      case DOOM -> {
        agents.terminate(agent);
        doomed.put(agent, action);
        end(action, action.step(), "stopped");
      }
      case RESTART -> {
        agents.terminate(agent);
        end(action, "", "stopped");
      }
    }
  }

  private void end(Action action, String step, String how) {
    Instant now = time.instant();
    open.put(action.agent(), new Down(action.agent(), now, now, how));
    Duration down = step.isEmpty() ? action.down() : DOOM;
    put(starts, now.plus(down), new Start(action.agent(), step));
    if (step.isEmpty()) {
      doomed.remove(action.agent());
    }
  }

  /** In the midst of a round, because the sources have just found that they are due. */
  private void killDue() throws InterruptedException {
    boolean isDue = !agenda.isEmpty() && !agenda.firstKey().isAfter(time.instant());
    if (isDue && agenda.firstEntry().getValue().kind() == Kind.KILL) {
      Action action = agenda.pollFirstEntry().getValue();
      if (agents.isRunning(action.agent())) {
        Thread.sleep(random.nextInt(50 + 2 * scale.symbols()));
        agents.kill(action.agent());
        end(action, "", "killed in a round");
      }
    }
  }

  /** Who was started to die at a step has died there; nobody else may. */
  private void bury() throws InterruptedException {
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
    throw new AssertionError("time stands still at " + time.instant() + agents.both().out());
  }
}
