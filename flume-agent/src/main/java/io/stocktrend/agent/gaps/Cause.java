package io.stocktrend.agent.gaps;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why something is missing, as far as the run log tells. */
enum Cause {
  /** A provider answered and had no bar of that time. */
  HALT,
  /** No provider knows the item. */
  PROVIDER_EMPTY,
  /** A key or its plan was refused. */
  REFUSED,
  /** The day's allowance was spent. */
  QUOTA,
  /** A provider was out of reach or answered nonsense, or the round was cut off by a failure. */
  FAILED,
  /** No round was run, or the agent was stopped in the midst of it. */
  AGENT_DOWN,
  /** The run log does not explain it. */
  UNKNOWN;

  /** The name as it is shown. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The cause in a reason of the run log, such as {@code yahoo not_found, alphavantage quota}: what
   * kept the first provider from serving that does not say that there is nothing.
   */
  static Cause of(String reason) {
    List<String> kinds =
        Arrays.stream(reason.split(", "))
            .map(each -> each.substring(each.lastIndexOf(' ') + 1))
            .toList();
    return kinds.stream()
        .filter(kind -> !kind.equals("not_found"))
        .findFirst()
        .map(Cause::ofKind)
        .orElse(PROVIDER_EMPTY);
  }

  private static Cause ofKind(String kind) {
    return switch (kind) {
      case "authentication" -> REFUSED;
      case "quota" -> QUOTA;
      case "rate_limit", "unavailable", "malformed" -> FAILED;
      default -> UNKNOWN;
    };
  }
}
