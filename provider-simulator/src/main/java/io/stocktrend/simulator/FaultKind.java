package io.stocktrend.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a simulated provider does wrong; {@code io.stocktrend.simulator} describes each. */
public enum FaultKind {
  INVALID_CRUMB,
  CRUMB_429,
  STATUS,
  SLOW,
  HANG,
  CUT,
  TRUNCATED,
  HTML,
  NOTE,
  INFORMATION,
  PREMIUM,
  ERROR_MESSAGE,
  EMPTY,
  MISSING_MEMBERS,
  NULL_ROW,
  SPLIT,
  OVERSIZED,
  REDIRECT,
  FUTURE_TIME,
  NEGATIVE_PRICE;

  /** The kind of this name in a fault file, e.g. {@code missing-members}. */
  public static Optional<FaultKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.fileName().equals(name)).findFirst();
  }

  /** The name in a fault file. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String fileNames() {
    return Arrays.stream(values()).map(FaultKind::fileName).collect(Collectors.joining(", "));
  }

  List<String> requiredParameters() {
    return switch (this) {
      case STATUS -> List.of("status");
      case SLOW -> List.of("millis");
      case MISSING_MEMBERS -> List.of("members");
      case REDIRECT -> List.of("location");
      case SPLIT -> List.of("date");
      default -> List.of();
    };
  }

  List<String> optionalParameters() {
    return switch (this) {
      case STATUS -> List.of("body", "retryAfter", "retryAfterDate");
      case CRUMB_429 -> List.of("retryAfter", "retryAfterDate");
      case HTML, REDIRECT -> List.of("status");
      case NULL_ROW -> List.of("row");
      case SPLIT -> List.of("ratio");
      case OVERSIZED -> List.of("bytes");
      default -> List.of();
    };
  }
}
