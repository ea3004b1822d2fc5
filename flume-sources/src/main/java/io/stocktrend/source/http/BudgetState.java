package io.stocktrend.source.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been asked of a provider, and until when it is not to be asked: read from the log. */
record BudgetState(List<Spent> spent, Optional<Block> block) {
  private static final long QUARTER_SECONDS = 900;

  /** So many requests at that time. */
  record Spent(Instant at, int count) {
    private Spent and(Spent other) {
      return new Spent(at.isAfter(other.at) ? at : other.at, count + other.count);
    }
  }

  /** Not to be asked before that time, and why. */
  record Block(Instant until, FailureKind kind) {}

  /** How many after that time. */
  int after(Instant from) {
    return spent.stream().filter(s -> s.at().isAfter(from)).mapToInt(Spent::count).sum();
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

  /** This and then that. */
  BudgetState and(BudgetState later) {
    List<Spent> both = new ArrayList<>(spent);
    both.addAll(later.spent);
    boolean isLonger =
        later.block.isPresent()
            && block.map(b -> !b.until().isAfter(later.block.get().until())).orElse(true);
    return new BudgetState(both, isLonger ? later.block : block);
  }

  /**
   * The same with each since the first time kept as it is; earlier ones, since the second time, by
   * the quarter of an hour and as late as the last in it, so that none is forgotten too early.
   */
  BudgetState compacted(Instant eachFrom, Instant from) {
    List<Spent> kept = new ArrayList<>();
    for (Spent one : spent) {
      int last = kept.size() - 1;
      if (!one.at().isBefore(eachFrom)) {
        kept.add(one);
      } else if (last >= 0 && quarter(kept.get(last)) == quarter(one)) {
        kept.set(last, kept.get(last).and(one));
      } else if (!one.at().isBefore(from)) {
        kept.add(one);
      }
    }
    return new BudgetState(kept, block);
  }

  private static long quarter(Spent spent) {
    return Math.floorDiv(spent.at().getEpochSecond(), QUARTER_SECONDS);
  }
}
