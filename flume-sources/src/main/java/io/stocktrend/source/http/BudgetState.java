package io.stocktrend.source.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been asked of a provider, and until when it is not to be asked: read from the log. */
record BudgetState(List<Spent> spent, Optional<Block> block) {
  /** So many requests at that time. */
  record Spent(Instant at, int count) {}

  /** Not to be asked before that time, and why. */
  record Block(Instant until, FailureKind kind) {}

  /** How many since that time, that time included. */
  int since(Instant from) {
    return spent.stream().filter(s -> !s.at().isBefore(from)).mapToInt(Spent::count).sum();
  }

  /**
   * When a window of that length has room again for one more request, if it holds so many at most.
   */
  Optional<Instant> roomAt(Instant now, Window window) {
    int left = window.limit();
    for (int i = spent.size() - 1; i >= 0; i--) {
      Spent one = spent.get(i);
      left -= one.count();
      if (left <= 0) {
        return Optional.of(one.at().plus(window.length())).filter(room -> room.isAfter(now));
      }
    }
    return Optional.empty();
  }

  /** The same with each past the given time kept as it is, and the earlier ones of a day as one. */
  BudgetState compacted(Instant keepFrom, Instant dayStart) {
    List<Spent> kept = new ArrayList<>();
    int earlier = since(dayStart) - since(keepFrom.isBefore(dayStart) ? dayStart : keepFrom);
    if (earlier > 0) {
      kept.add(new Spent(dayStart, earlier));
    }
    spent.stream().filter(s -> !s.at().isBefore(keepFrom)).forEach(kept::add);
    return new BudgetState(kept, block);
  }
}
