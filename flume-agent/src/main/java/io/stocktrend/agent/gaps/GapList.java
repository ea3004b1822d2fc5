package io.stocktrend.agent.gaps;

import io.stocktrend.record.Dataset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is missing, item by item in order of time, and joins what follows each other. */
final class GapList {
  private final Dataset dataset;
  private final List<Gap> closed = new ArrayList<>();
  private final Map<String, Gap> open = new HashMap<>();

  GapList(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The next of an item is there. */
  void present(String item) {
    Gap gap = open.remove(item);
    if (gap != null) {
      closed.add(gap);
    }
  }

  /** The next of an item is missing. */
  void missing(String item, Instant from, Instant to, Gap.Finding finding) {
    Gap gap = open.get(item);
    if (gap != null && gap.finding().equals(finding)) {
      open.put(item, gap.and(to));
    } else {
      present(item);
      open.put(item, new Gap(dataset, item, from, to, 1, finding));
    }
  }

  /** All gaps. */
  List<Gap> end() {
    closed.addAll(open.values());
    open.clear();
    return List.copyOf(closed);
  }
}
