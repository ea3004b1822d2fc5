package io.stocktrend.assembly;

import io.stocktrend.assembly.SoakLives.Down;
import io.stocktrend.assembly.SoakPlan.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether each gap was planted: an agent that was down, or a provider in trouble. */
record SoakCauses(SoakPlan plan, List<Down> downs) {
  /** Trouble of an hour may last longer: a quota that is spent, a back-off, a breaker. */
  private static final Duration AFTERMATH = Duration.ofDays(1);

  void look(List<SoakGap> gaps, SoakFindings findings) {
    findings.fault("gaps not planted", gaps.stream().filter(gap -> !isPlanted(gap)).toList());
  }

  private boolean isPlanted(SoakGap gap) {
    return switch (gap.cause()) {
      case "agent_down" -> wasDown(gap);
      case "failed", "refused", "quota" -> wasInTrouble(gap);
      default -> false;
    };
  }

  private boolean wasDown(SoakGap gap) {
    return downs.stream()
        .filter(down -> down.agent().equals(gap.agent()))
        .anyMatch(down -> overlaps(gap, down.from(), down.to()));
  }

  private boolean wasInTrouble(SoakGap gap) {
    return plan.troubles().stream()
        .map(trouble -> new Trouble(trouble.fault(), trouble.from(), trouble.to().plus(AFTERMATH)))
        .anyMatch(trouble -> overlaps(gap, trouble.from(), trouble.to()));
  }

  private static boolean overlaps(SoakGap gap, Instant from, Instant to) {
    return !gap.from().isAfter(to) && !gap.to().isBefore(from);
  }
}
