package io.stocktrend.agent;

import java.util.Arrays;
import java.util.List;

/** The kinds of components that an agent file lists, under Flume's own names. */
enum Kind {
  CONFIG_FILTER("configfilters", "config filter"),
  CHANNEL("channels", "channel"),
  SOURCE("sources", "source"),
  SINK("sinks", "sink"),
  SINK_GROUP("sinkgroups", "sink group");

  private final String key;
  private final String label;

  Kind(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** The key of the list in the agent file, and the first part of its components' keys. */
  String key() {
    return key;
  }

  String label() {
    return label;
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Kind::key).toList();
  }
}
