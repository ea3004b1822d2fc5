package io.stocktrend.source.http;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;

/** A process that spends the budget of a folder until it is refused, one line per request. */
final class Spender {
  private Spender() {}

  /** The budget that this process shares. */
  static RequestBudget budget(Path folder, int requestsPerDay) {
    ProviderSettings settings =
        new ProviderSettings(
            "acme", 0, 0, requestsPerDay, ZoneOffset.UTC, Duration.ofSeconds(5), 1);
    return new RequestBudget(settings, folder, Timing.system());
  }

  public static void main(String[] args) throws InterruptedException {
    RequestBudget budget = budget(Path.of(args[0]), Integer.parseInt(args[1]));
    try {
      while (true) {
        budget.admit();
        System.out.println("sent");
      }
    } catch (ProviderException e) {
      System.out.println(e.kind());
    }
  }
}
