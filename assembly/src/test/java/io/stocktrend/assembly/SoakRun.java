package io.stocktrend.assembly;

import io.stocktrend.assembly.SoakPlan.Action;
import io.stocktrend.assembly.SoakPlan.Kind;
import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.source.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Lets the virtual time pass, and does to agents and providers what the plan says. */
final class SoakRun {
  private static final Duration BETWEEN_VITALS = Duration.ofDays(1);

  private final SoakScale scale;
  private final SoakProviders providers;
  private final SoakAgents agents;
  private final SoakLives lives;
  private final VirtualTime time;
  private final SoakVitals vitals;
  private final Random random;
  private final Deque<Action> agenda;
  private Instant nextVitals;

  SoakRun(SoakScale scale, SoakPlan plan, ProviderSimulator simulator, SoakAgents agents) {
    this.scale = scale;
    this.providers = new SoakProviders(plan, simulator);
    this.agents = agents;
    this.lives = new SoakLives(agents);
    this.time = agents.time();
    this.vitals = new SoakVitals(scale);
    this.random = new Random(scale.seed());
    this.agenda = new ArrayDeque<>(plan.actions());
    this.nextVitals = scale.start().plus(BETWEEN_VITALS);
  }

  SoakVitals vitals() {
    return vitals;
  }

  SoakLives lives() {
    return lives;
  }

  /** Until the end of the last day; then both have stopped. */
  void run() throws IOException, InterruptedException {
    time.advanceTo(scale.start());
    providers.injectDue(time.instant());
    lives.startBoth();
    while (time.instant().isBefore(scale.end())) {
      if (isIdle()) {
        doDue();
        pass();
      } else {
        lives.bury();
      }
    }
    agents.awaitIdle();
    measure();
    lives.stopBoth();
  }

  private boolean isIdle() throws InterruptedException {
    return !agents.awaitIdle().equals(Instant.MIN);
  }

  /** What has just been done may have made somebody busy, or have let him die. */
  private void pass() throws IOException, InterruptedException {
    Instant idle = agents.awaitIdle();
    if (!idle.equals(Instant.MIN)) {
      time.advanceTo(next(idle));
      killDue();
    }
  }

  private Instant next(Instant idle) {
    Instant next = earlier(idle, scale.end());
    next = earlier(next, agenda.isEmpty() ? next : agenda.peek().at());
    return providers.next(time.instant(), lives.next(earlier(next, nextVitals)));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private boolean isActionDue() {
    return !agenda.isEmpty() && !agenda.peek().at().isAfter(time.instant());
  }

  private void doDue() throws IOException, InterruptedException {
    time.drain(time.instant().isBefore(scale.hourly()));
    providers.injectDue(time.instant());
    lives.startDue();
    while (isActionDue()) {
      lives.act(agenda.poll());
    }
    if (!nextVitals.isAfter(time.instant())) {
      measure();
    }
  }

  private void measure() throws IOException {
    time.drain(scale.isLong() || !time.instant().isBefore(scale.end()));
    for (String agent : List.of("raw", "context")) {
      if (agents.isRunning(agent)) {
        long logs = agents.channelLogs(agent);
        agents
            .vitals(agent)
            .ifPresent(seen -> vitals.add(time.instant(), agent, lives.of(agent), seen, logs));
      }
    }
    nextVitals = nextVitals.plus(BETWEEN_VITALS);
  }

  /** In the midst of a round, because the sources have just found that they are due. */
  private void killDue() throws IOException, InterruptedException {
    if (isActionDue() && agenda.peek().kind() == Kind.KILL) {
      Thread.sleep(random.nextInt(50 + 2 * scale.symbols()));
      lives.act(agenda.poll());
    }
  }
}
