package io.stocktrend.agent;

import io.stocktrend.source.Demand;
import io.stocktrend.source.Demand.Share;
import io.stocktrend.source.PlannedSource;
import io.stocktrend.source.SourcePlan;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flume.node.MaterializedConfiguration;

/** What a check tells about an agent: when its sources run, and what that costs each provider. */
final class CheckReport {
  private static final int RUNS = 5;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.ROOT);

  private final AgentFile file;
  private final String agent;
  private final Instant now;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Spending> spendings = new TreeMap<>();

  /** What the sources of one agent ask of one provider in 24 hours. */
  private static final class Spending {
    private final List<String> sources = new ArrayList<>();
    private long requests;
    private int perDay;
  }

  private CheckReport(AgentFile file, String agent, Instant now) {
    this.file = file;
    this.agent = agent;
    this.now = now;
  }

  /** The report on the sources that have been set up and have a plan. */
  static CheckReport of(
      AgentFile file, String agent, Instant now, MaterializedConfiguration configuration) {
    CheckReport report = new CheckReport(file, agent, now);
    new TreeMap<>(configuration.getSourceRunners())
        .forEach(
            (name, runner) -> {
              if (runner.getSource() instanceof PlannedSource source) {
                report.plan(name, source.plan());
              }
            });
    return report;
  }

  /** The report's lines for standard output. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The providers of whom the schedules ask more than their limits allow, one line each. */
  List<String> overspendings() {
    List<String> findings = new ArrayList<>();
    spendings.forEach(
        (provider, spending) -> {
          if (spending.perDay > 0 && spending.requests > spending.perDay) {
            findings.add(overspent(provider, spending));
          }
        });
    return findings;
  }

  private void plan(String name, SourcePlan plan) {
    lines.add("  source " + name + ", next runs:");
    for (Instant run : plan.nextRuns(now, RUNS)) {
      String utc = run.atZone(ZoneOffset.UTC).format(TIME).replace(" Z", " UTC");
      lines.add(
          "    " + (isUtc(plan.zone()) ? utc : run.atZone(plan.zone()).format(TIME) + " = " + utc));
    }
    int rounds = plan.roundsPerDay(now);
    lines.add("  source " + name + ", requests in 24 hours (" + rounds + rounds(rounds) + "):");
    plan.demands().forEach(demand -> demand(name, demand, rounds));
  }

  private void demand(String source, Demand demand, int rounds) {
    long requests = (long) demand.requests() * rounds;
    String limit = demand.perDay() == 0 ? "no limit a day" : "of " + demand.perDay() + " a day";
    lines.add("    " + demand.provider() + " " + requests + ", " + limit + note(demand, requests));
    if (demand.share() == Share.ALWAYS) {
      Spending spending = spendings.computeIfAbsent(demand.provider(), p -> new Spending());
      spending.sources.add(source);
      spending.requests += requests;
      spending.perDay = demand.perDay();
    }
  }

  private static String note(Demand demand, long requests) {
    boolean isAbove = demand.perDay() > 0 && requests > demand.perDay();
    return switch (demand.share()) {
      case ALWAYS -> "";
      case STAND_IN ->
          "; only for what those before it do not answer"
              + (isAbove ? ", not for a whole day" : "");
      case SPREAD -> isAbove ? "; asked within its limit, a pass takes several rounds" : "";
    };
  }

  private String overspent(String provider, Spending spending) {
    String key = agent + ".sources." + spending.sources.get(0) + ".schedule";
    return "provider "
        + provider
        + ": the schedules of "
        + String.join(", ", spending.sources)
        + " need "
        + spending.requests
        + " requests in 24 hours, "
        + spending.perDay
        + " are allowed: run more rarely, take fewer symbols, name another provider first, or raise "
        + provider
        + ".requestsPerDay to what your plan has ("
        + key
        + " in "
        + file.place(key)
        + ")";
  }

  private static boolean isUtc(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC);
  }

  private static String rounds(int rounds) {
    return rounds == 1 ? " round" : " rounds";
  }
}
