package io.stocktrend.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flume.Channel;

/** Finds channels that did not start: Flume logs it, and runs the rest around them for ever. */
final class DeadChannels {
  private DeadChannels() {}

  /** One line per channel that gives no transaction after its start. */
  static List<String> errors(Map<String, Channel> started) {
    List<String> errors = new ArrayList<>();
    started.forEach(
        (name, channel) ->
            cause(channel).ifPresent(cause -> errors.add("channel " + name + ": " + cause)));
    return errors;
  }

  private static Optional<String> cause(Channel channel) {
    try {
      channel.getTransaction().close();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(
          Causes.oneLine(e) + ": make its folders writable, or give it others in the agent file");
    }
  }
}
