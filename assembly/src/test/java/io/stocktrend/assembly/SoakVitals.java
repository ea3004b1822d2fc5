package io.stocktrend.assembly;

import io.stocktrend.source.VirtualTime.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What the agents held after garbage collections, over the time of a soak. */
final class SoakVitals {
  private static final double FLAT = 1.1;

  /**
   * Connections, which stay open for minutes of real time, and their threads are so many at most.
   */
  private static final int CONNECTIONS = 16;

  private final SoakScale scale;
  private final List<Sample> samples = new ArrayList<>();

  /** One look at a process, the life-th of its agent. */
  private record Sample(Instant at, String agent, int life, Vitals vitals, long channelLogs) {
    /** Each start leaves an empty log to an idle channel, which keeps it until an event comes. */
    long otherHandles() {
      return vitals.fileHandles() - channelLogs;
    }
  }

  SoakVitals(SoakScale scale) {
    this.scale = scale;
  }

  /**
   * Notes what a process held.
   *
   * @param channelLogs log files of its file channels, which Flume keeps open
   */
  void add(Instant at, String agent, int life, Vitals vitals, long channelLogs) {
    samples.add(new Sample(at, agent, life, vitals, channelLogs));
  }

  /**
   * What has grown: the last of them all beside the first week, and beside its own life's first.
   */
  void look(SoakFindings findings) {
    List<String> faults = new ArrayList<>();
    for (String agent : List.of("raw", "context")) {
      List<Sample> all = of(agent);
      int life = all.get(all.size() - 1).life;
      List<Sample> last = all.stream().filter(sample -> sample.life == life).toList();
      compare(agent + " since the first week", week(all), all, faults);
      compare(agent + " since the last start", week(last), last, faults);
    }
    findings.fault("figures have grown", faults);
  }

  private void compare(String what, List<Sample> first, List<Sample> all, List<String> faults) {
    List<Sample> end = all.subList(Math.max(0, all.size() - first.size()), all.size());
    long heapAtFirst = median(first, sample -> sample.vitals.heapBytes());
    long heap = median(end, sample -> sample.vitals.heapBytes());
    if (heap > FLAT * heapAtFirst + slack()) {
      faults.add("the heap of %s from %d to %d bytes".formatted(what, heapAtFirst, heap));
    }
    long threads =
        median(end, sample -> sample.vitals.threads())
            - median(first, sample -> sample.vitals.threads());
    long handles = median(end, Sample::otherHandles) - median(first, Sample::otherHandles);
    if (threads > CONNECTIONS || handles > CONNECTIONS) {
      faults.add("%s: %d threads and %d file handles more".formatted(what, threads, handles));
    }
  }

  /** Where the sink may be at work while the agent is looked at, its buffers come and go. */
  private long slack() {
    return scale.isLong() ? 0 : 8_000_000;
  }

  /** Those of the first seven days of these samples, without the first where there are more. */
  private static List<Sample> week(List<Sample> samples) {
    Instant end = samples.get(0).at.plus(Duration.ofDays(7));
    List<Sample> week = samples.stream().filter(sample -> sample.at.isBefore(end)).toList();
    return week.size() > 2 ? week.subList(1, week.size()) : week;
  }

  private List<Sample> of(String agent) {
    return samples.stream().filter(sample -> sample.agent.equals(agent)).toList();
  }

  private static long median(List<Sample> samples, ToLongFunction<Sample> figure) {
    return samples.stream()
        .mapToLong(figure)
        .sorted()
        .skip(samples.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  /** A table of weeks. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "| agent | process | day | heap after GC, MB | threads | file handles | of them channel logs |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    for (String agent : List.of("raw", "context")) {
      List<Sample> all = of(agent);
      int step = Math.max(1, all.size() / 10);
      for (int i = 0; i < all.size(); i++) {
        if (i % step == 0 || i == all.size() - 1) {
          table.append(row(all.get(i)));
        }
      }
    }
    return table.toString();
  }

  private String row(Sample sample) {
    return "| %s | %d | %d | %.1f | %d | %d | %d |%n"
        .formatted(
            sample.agent,
            sample.life,
            Duration.between(scale.start(), sample.at).toDays(),
            sample.vitals.heapBytes() / 1e6,
            sample.vitals.threads(),
            sample.vitals.fileHandles(),
            sample.channelLogs);
  }
}
