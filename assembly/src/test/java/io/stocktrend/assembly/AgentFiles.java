package io.stocktrend.assembly;

/** Agent files made of Flume's own components, for tests of what runs them. */
final class AgentFiles {
  /** Nothing to do: a sequence that ends at once, through memory, into nothing. */
  static final String IDLE =
      """
      raw.sources = numbers
      raw.channels = memory
      raw.sinks = nothing
      raw.sources.numbers.type = seq
      raw.sources.numbers.totalEvents = 1
      raw.sources.numbers.channels = memory
      raw.channels.memory.type = memory
      raw.channels.memory.keep-alive = 0
      raw.sinks.nothing.type = null
      raw.sinks.nothing.channel = memory
      """;

  private AgentFiles() {}
}
