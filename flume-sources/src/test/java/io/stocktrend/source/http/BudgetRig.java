package io.stocktrend.source.http;

import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Budgets of one folder in stepped time, and the times at which they admit requests. */
final class BudgetRig {
  /** What a budget waits longer than it must. */
  static final Duration GUARD = Duration.ofMillis(50);

  private final SteppedTime time = new SteppedTime("2026-11-03T10:00:00Z");
  private final Path folder;

  BudgetRig(Path folder) {
    this.folder = folder;
  }

  static ProviderSettings limits(double second, int minute, int day) {
    return new ProviderSettings(
        "acme", second, minute, day, ZoneOffset.UTC, Duration.ofSeconds(5), 3);
  }

  /** The most of these times that a window of that length holds. */
  static int mostInAny(Duration window, List<Instant> times) {
    int most = 0;
    for (Instant start : times) {
      Instant end = start.plus(window);
      int inside = (int) times.stream().filter(t -> !t.isBefore(start) && t.isBefore(end)).count();
      most = Math.max(most, inside);
    }
    return most;
  }

  SteppedTime time() {
    return time;
  }

  /** The file of what was spent. */
  Path log() {
    return folder.resolve("budget-acme.log");
  }

  RequestBudget budget(ProviderSettings settings) {
    return new RequestBudget(settings, folder, time.timing());
  }

  /** The same by its limits; 0 for none. */
  RequestBudget budget(double second, int minute, int day) {
    return budget(limits(second, minute, day));
  }

  /** When so many requests were admitted, one after the other. */
  List<Instant> admitted(RequestBudget budget, int count) throws Exception {
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      budget.admit();
      times.add(time.instant());
    }
    return times;
  }
}
