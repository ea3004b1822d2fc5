package io.stocktrend.agent;

import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.Run.Outcome;
import io.stocktrend.source.state.RunLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The line of one source in {@code stocktrend status}. */
final class SourceStatus {
  /** What the cells of a line are. */
  static final List<String> HEADER =
      List.of(
          "source",
          "last run",
          "outcome",
          "next run",
          "rows 24h",
          "complete 24h",
          "fresh",
          "quota left",
          "state");

  private static final Duration DAY = Duration.ofDays(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String source;
  private final List<Run> rounds;
  private final Optional<AgentMetrics> metrics;
  private final Instant now;

  private SourceStatus(
      String source, List<Run> rounds, Optional<AgentMetrics> metrics, Instant now) {
    this.source = source;
    this.rounds = rounds;
    this.metrics = metrics;
    this.now = now;
  }

  /** The status of the source whose state lies in that folder; the metrics are its agent's. */
  static SourceStatus of(Path folder, Optional<AgentMetrics> metrics, Instant now)
      throws IOException {
    List<Run> rounds = List.copyOf(RunLog.rounds(new RunLog(folder).read()));
    return new SourceStatus(folder.getFileName().toString(), rounds, metrics, now);
  }

  /** The cells of its line, as the {@link #HEADER} has them. */
  List<String> cells() {
    Optional<Run> last =
        rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    List<Run> day =
        rounds.stream().filter(run -> run.times().end().isAfter(now.minus(DAY))).toList();
    return List.of(
        source,
        last.map(run -> TIME.format(run.times().end())).orElse("never"),
        last.map(run -> run.outcome().text()).orElse("-"),
        nextRun(last),
        Long.toString(day.stream().mapToLong(run -> run.rows().emitted()).sum()),
        share(day),
        freshness(),
        quotaLeft(last),
        state());
  }

  private String nextRun(Optional<Run> last) {
    long shown = metrics.map(m -> m.figure("SOURCE." + source, "NextRunTime")).orElse(0L);
    return shown > 0
        ? TIME.format(Instant.ofEpochMilli(shown))
        : last.map(run -> TIME.format(run.times().next())).orElse("-");
  }

  private static String share(List<Run> day) {
    long complete = day.stream().filter(run -> run.outcome() == Outcome.COMPLETE).count();
    return day.isEmpty() ? "-" : 100 * complete / day.size() + " % of " + day.size();
  }

  private String freshness() {
    return rounds.stream()
        .filter(run -> run.outcome() == Outcome.COMPLETE)
        .reduce((before, after) -> after)
        .map(run -> age(Duration.between(run.times().end(), now)))
        .orElse("never");
  }

  private static String age(Duration age) {
    if (age.toHours() >= 48) {
      return age.toDays() + " d";
    }
    return age.toMinutes() >= 120 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
  }

  private String quotaLeft(Optional<Run> last) {
    Map<String, Integer> left = new TreeMap<>();
    last.ifPresent(
        run -> run.providers().forEach((name, asked) -> left.put(name, asked.leftToday())));
    left.values().removeIf(requests -> requests < 0);
    String text =
        metrics.map(m -> m.quotaLeft(source)).orElse(left).entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "no limit" : text;
  }

  private String state() {
    if (metrics.isEmpty()) {
      return "down";
    }
    if (metrics.get().figure("SOURCE." + source, "ThreadAlive") == 0) {
      return "not running";
    }
    return metrics.get().leavesAnyAlone(source) ? "runs, a provider fails" : "runs";
  }
}
