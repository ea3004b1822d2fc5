package io.stocktrend.assembly;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was looked at after a soak and what is wrong with it. */
final class SoakFindings {
  private static final int SHOWN = 5;

  private final List<String> faults = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** So many were looked at. */
  void count(String what, long number) {
    counts.put(what, number);
  }

  /** All of these are wrong. */
  void fault(String what, Collection<?> all) {
    if (!all.isEmpty()) {
      faults.add(all.size() + " " + what + ", e.g. " + all.stream().limit(SHOWN).toList());
    }
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  Map<String, Long> counts() {
    return counts;
  }
}
