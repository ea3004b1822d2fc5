package io.stocktrend.assembly;

import io.stocktrend.assembly.SoakPlan.Trouble;
import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.simulator.ProviderSimulator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Makes the providers misbehave as planned, while time passes. */
final class SoakProviders {
  private final SoakPlan plan;
  private final ProviderSimulator simulator;
  private final TreeSet<Instant> edges = new TreeSet<>();
  private List<Fault> faults = List.of();

  SoakProviders(SoakPlan plan, ProviderSimulator simulator) {
    this.plan = plan;
    this.simulator = simulator;
    for (Trouble trouble : plan.troubles()) {
      edges.addAll(List.of(trouble.from(), trouble.to()));
    }
  }

  /** When something begins or ends next, or that time if it comes before. */
  Instant next(Instant now, Instant otherwise) {
    Instant edge = edges.higher(now);
    return edge != null && edge.isBefore(otherwise) ? edge : otherwise;
  }

  /** Splits come last, because the first rule that applies acts alone. */
  void injectDue(Instant now) {
    List<Fault> due = new ArrayList<>();
    plan.troubles().stream()
        .filter(trouble -> !trouble.from().isAfter(now) && trouble.to().isAfter(now))
        .forEach(trouble -> due.add(trouble.fault()));
    for (SoakPlan.Split split : plan.splits()) {
      due.add(
          Fault.on("yahoo.chart", FaultKind.SPLIT)
              .forSymbol(split.symbol())
              .with("date", split.date())
              .with("ratio", split.ratio()));
    }
    if (!due.equals(faults)) {
      simulator.clearFaults();
      due.forEach(simulator::inject);
      faults = due;
    }
  }
}
