package io.stocktrend.assembly;

import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.simulator.SimulatorOptions;
import io.stocktrend.source.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Both agents over days of a virtual clock, against providers that misbehave, with processes that
 * die, and what is there in the end beside what there was to collect.
 */
final class Soak {
  private static final LocalDate LAST_START = LocalDate.of(2026, 9, 1);
  private static final int LONG = 60;

  private final Path folder;
  private final SoakScale scale;
  private final SoakPlan plan;

  Soak(Path folder, SoakScale scale) {
    this.folder = folder;
    this.scale = scale;
    this.plan = SoakPlan.of(scale);
  }

  /** What a soak has shown; without faults it is passed. */
  record Report(List<String> faults, String text) {}

  Report run() throws IOException, InterruptedException, SQLException {
    long began = System.nanoTime();
    VirtualTime time = VirtualTime.open(SoakAgents.clock(folder));
    SimulatorOptions options = SimulatorOptions.defaults().withSeed(scale.seed()).withClock(time);
    try (ProviderSimulator simulator = ProviderSimulator.start(options);
        SoakAgents agents = new SoakAgents(folder, scale, simulator, time)) {
      SoakRun run = new SoakRun(scale, plan, simulator, agents);
      run.run();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      return report(agents, run, took);
    }
  }

  /** Compares what lies in the folder with what there was to collect. */
  SoakFindings compare(List<SoakGap> gaps) throws IOException, SQLException {
    Stored stored = new Stored(folder.resolve("data"));
    SoakFindings findings = new SoakFindings();
    new SoakFacts(stored, new SoakTruth(scale, plan), gaps, findings).all();
    new SoakCheck(stored, findings).all();
    return findings;
  }

  private Report report(SoakAgents agents, SoakRun run, Duration took)
      throws IOException, InterruptedException, SQLException {
    Path data = agents.both().data();
    List<SoakGap> gaps = SoakGap.parse(agents.gaps(scale));
    SoakFindings findings = compare(gaps);
    new SoakCauses(plan, run.lives().downs()).look(gaps, findings);
    run.vitals().look(findings);
    SoakText text = new SoakText(scale, took);
    text.planted(plan, run.lives());
    text.counts(findings);
    text.gaps(gaps);
    SoakDisk collected = SoakDisk.of(data, scale);
    text.disk(collected);
    if (scale.isLong()) {
      String end = scale.first().plusDays(scale.days()).toString();
      agents.both().stocktrend("compact", "--before", end);
      SoakDisk compacted = SoakDisk.of(data, scale);
      text.compacted(compacted);
      boolean isSame = compacted.rows() == collected.rows();
      findings.fault("numbers of rows", isSame ? List.of() : List.of(compacted.rows()));
    }
    text.aside(data);
    text.vitals(run.vitals());
    text.verdict(findings);
    return new Report(findings.faults(), text.toString());
  }

  /**
   * Runs one soak below the temporary folder of the JVM: {@code DAYS SYMBOLS SEED}. Exit code 1 if
   * anything is wrong.
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    int days = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[2]);
    LocalDate first = days > LONG ? LAST_START.minusDays(days) : LAST_START;
    SoakScale scale = new SoakScale(first, days, Integer.parseInt(arguments[1]), seed);
    System.out.println("seed " + seed + ", begun " + Instant.now());
    Report report = new Soak(Files.createTempDirectory("soak"), scale).run();
    System.out.println(report.text());
    System.exit(report.faults().isEmpty() ? 0 : 1);
  }
}
