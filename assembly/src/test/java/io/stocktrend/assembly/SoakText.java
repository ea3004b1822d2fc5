package io.stocktrend.assembly;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The report of a soak, as a page of the documentation has it. */
final class SoakText {
  private final StringBuilder text = new StringBuilder();

  SoakText(SoakScale scale, Duration took) {
    line(
        "%d days from %s, %d symbols, seed %d; %d minutes and %d seconds of real time."
            .formatted(
                scale.days(),
                scale.first(),
                scale.members().size(),
                scale.seed(),
                took.toMinutes(),
                took.toSecondsPart()));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void table(String head, Map<String, ? extends Number> rows) {
    line("");
    line(head);
    line("|---".repeat((int) head.chars().filter(c -> c == '|').count() - 1) + "|");
    rows.forEach((name, number) -> line("| %s | %,d |".formatted(name, number)));
  }

  void planted(SoakPlan plan, SoakLives lives) {
    Map<String, Integer> counts = new TreeMap<>();
    for (SoakPlan.Trouble each : plan.troubles()) {
      int hours = (int) Duration.between(each.from(), each.to()).toHours();
      String kind = each.fault().kind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
      counts.merge(
          "hours in which `" + each.fault().route() + "` gave: " + kind, hours, Integer::sum);
    }
    lives.downs().forEach(down -> counts.merge(down.agent() + ' ' + down.how(), 1, Integer::sum));
    counts.put("splits", plan.splits().size());
    counts.put("reloads, of a wrong file and then of a good one", lives.reloads());
    table("| planted | number |", counts);
  }

  void counts(SoakFindings findings) {
    table("| looked at | number |", findings.counts());
  }

  void gaps(List<SoakGap> gaps) {
    Map<String, Integer> counts = new TreeMap<>();
    gaps.forEach(
        gap -> counts.merge(gap.dataset() + " | " + gap.cause(), gap.missing(), Integer::sum));
    table("| gaps of | cause | number |", counts);
  }

  void disk(SoakDisk collected) {
    line("");
    line("| | rows of day 1 | files | MB | rows a day after it | files | MB | all rows | MB |");
    line("|---|---|---|---|---|---|---|---|---|");
    text.append(collected.row("collected"));
  }

  void compacted(SoakDisk compacted) {
    text.append(compacted.row("compacted"));
  }

  void aside(Path data) {
    long bytes = SoakDisk.size(data.resolve("state")) + SoakDisk.size(data.resolve("channels"));
    line("");
    line("State and channels at the end: %.1f MB.".formatted(bytes / 1e6));
  }

  void vitals(SoakVitals vitals) {
    line("");
    text.append(vitals.table());
  }

  void verdict(SoakFindings findings) {
    line("");
    line(findings.faults().isEmpty() ? "Nothing is wrong." : "Wrong:");
    findings.faults().forEach(fault -> line("- " + fault));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
