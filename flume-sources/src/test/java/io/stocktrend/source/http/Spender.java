package io.stocktrend.source.http;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/** A process that spends the budget of a folder until it is refused, one line per request. */
final class Spender {
  private Spender() {}

  /** The budget that this process shares: of a zone where midnight is far enough from now. */
  static RequestBudget budget(Path folder, int requestsPerDay, ZoneId zone) {
    ProviderSettings settings =
        new ProviderSettings("acme", 0, 0, requestsPerDay, zone, Duration.ofSeconds(5), 1);
    return new RequestBudget(settings, folder, Timing.system());
  }

  public static void main(String[] args) throws InterruptedException {
    RequestBudget budget = budget(Path.of(args[0]), Integer.parseInt(args[1]), ZoneId.of(args[2]));
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
