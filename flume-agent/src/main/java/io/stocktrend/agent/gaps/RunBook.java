package io.stocktrend.agent.gaps;

import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.RunLog;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rounds of one source by their due time. */
final class RunBook {
  private static final String NO_RUN = "no run in the log";

  private static final Set<Run.Outcome> CUT_OFF =
      EnumSet.of(Run.Outcome.FAILED, Run.Outcome.STOPPED);

  private final TreeMap<Instant, Run> byDue = new TreeMap<>();

  RunBook(List<Run> runs) {
    RunLog.rounds(runs).forEach(run -> byDue.put(run.times().due(), run));
  }

  /** The round that was due then. */
  Optional<Run> at(Instant due) {
    return Optional.ofNullable(byDue.get(due));
  }

  /** When the first round was due. */
  Optional<Instant> first() {
    return byDue.isEmpty() ? Optional.empty() : Optional.of(byDue.firstKey());
  }

  /** Whether the round that was due then was not run, or cut off. */
  boolean isWhollyLost(Instant due) {
    return at(due).map(run -> CUT_OFF.contains(run.outcome())).orElse(true);
  }

  /** Whether a round that was due later obtained the item. */
  boolean isMadeUp(String item, Instant due) {
    return byDue.tailMap(due, false).values().stream().anyMatch(run -> loss(run, item).isEmpty());
  }

  /**
   * Why an item was not obtained by the rounds of that time: empty if one of them was answered, and
   * the first round of all counts for what was before it, because it asks for the past.
   */
  Optional<Gap.Finding> loss(String item, Instant from, Instant to) {
    Collection<Run> rounds = byDue.subMap(from, to).values();
    if (rounds.isEmpty() && !byDue.isEmpty() && !to.isAfter(byDue.firstKey())) {
      rounds = List.of(byDue.firstEntry().getValue());
    }
    Gap.Finding last = new Gap.Finding(Cause.AGENT_DOWN, NO_RUN);
    for (Run run : rounds) {
      Optional<Gap.Finding> loss = loss(run, item);
      if (loss.isEmpty()) {
        return loss;
      }
      last = loss.get();
    }
    return Optional.of(last);
  }

  /** Why the round that was due then did not obtain an item; empty if it did. */
  Optional<Gap.Finding> loss(String item, Instant due) {
    return at(due)
        .map(run -> loss(run, item))
        .orElse(Optional.of(new Gap.Finding(Cause.AGENT_DOWN, NO_RUN)));
  }

  private static Optional<Gap.Finding> loss(Run run, String item) {
    Optional<String> reason =
        run.failed().entrySet().stream()
            .filter(each -> each.getValue().contains(item))
            .map(Map.Entry::getKey)
            .findFirst();
    if (reason.isPresent()) {
      return reason.map(text -> new Gap.Finding(Cause.of(text), text));
    }
    return switch (run.outcome()) {
      case FAILED -> Optional.of(new Gap.Finding(Cause.FAILED, "the round was cut off"));
      case STOPPED -> Optional.of(new Gap.Finding(Cause.AGENT_DOWN, "stopped in its midst"));
      default -> Optional.empty();
    };
  }
}
