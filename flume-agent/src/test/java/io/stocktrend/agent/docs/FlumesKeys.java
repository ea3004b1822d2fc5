package io.stocktrend.agent.docs;

import java.util.Set;

/** The keys of Flume's own that examples in the docs use. */
final class FlumesKeys {
  private static final Set<String> OF_SOURCES =
      Set.of("type", "channels", "interceptors", "selector.*");
  private static final Set<String> OF_SINKS = Set.of("type", "channel");
  private static final Set<String> OF_CHANNELS =
      Set.of(
          "type",
          "capacity",
          "transactionCapacity",
          "keep-alive",
          "checkpointDir",
          "dataDirs",
          "encryption.*");

  private FlumesKeys() {}

  /** Those of a component such as {@code raw.sinks.parquet}. */
  static Set<String> of(String component) {
    return switch (component.split("\\.", -1)[1]) {
      case "sources" -> OF_SOURCES;
      case "sinks" -> OF_SINKS;
      default -> OF_CHANNELS;
    };
  }
}
