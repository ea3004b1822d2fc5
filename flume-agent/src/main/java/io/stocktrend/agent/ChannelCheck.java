package io.stocktrend.agent;

import io.stocktrend.record.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flume.Context;

/**
 * Finds the keys and numbers of Flume's own channels that Flume would pass over: it ignores a key
 * that it does not know, and takes the default in place of a number that is none.
 */
final class ChannelCheck {
  private static final Set<String> MEMORY_NUMBERS =
      Set.of(
          "capacity",
          "transactionCapacity",
          "byteCapacity",
          "byteCapacityBufferPercentage",
          "keep-alive");
  private static final Set<String> FILE_NUMBERS =
      Set.of(
          "transactionCapacity",
          "checkpointInterval",
          "maxFileSize",
          "minimumRequiredSpace",
          "capacity",
          "keep-alive",
          "write-timeout",
          "fsyncInterval");
  private static final Set<String> FILE_FLAGS =
      Set.of(
          "useDualCheckpoints",
          "compressBackupCheckpoint",
          "use-log-replay-v1",
          "use-fast-replay",
          "checkpointOnClose",
          "fsyncPerTransaction");
  private static final Set<String> FILE_TEXTS =
      Set.of("checkpointDir", "backupCheckpointDir", "dataDirs");

  /** What Flume takes for a channel whose sizes are not set. */
  private record Sizes(long capacity, long transaction) {}

  void run(Map<Component, Context> settings, Findings findings) {
    settings.forEach(
        (component, context) -> {
          if (component.kind() == Kind.CHANNEL) {
            check(component, context, findings);
          }
        });
  }

  private static void check(Component component, Context context, Findings findings) {
    switch (context.getString("type", "")) {
      case "memory", "MEMORY", "org.apache.flume.channel.MemoryChannel" -> {
        check(component, context, List.of(MEMORY_NUMBERS, Set.of(), Set.of()), findings);
        fits(component, context, new Sizes(100, 100), findings);
      }
      case "file", "FILE", "org.apache.flume.channel.file.FileChannel" -> {
        check(component, context, List.of(FILE_NUMBERS, FILE_FLAGS, FILE_TEXTS), findings);
        fits(component, context, new Sizes(1_000_000, 10_000), findings);
      }
      default -> {}
    }
  }

  private static void fits(
      Component component, Context context, Sizes defaults, Findings findings) {
    if (findings.blames(component)) {
      return;
    }
    long capacity = context.getLong("capacity", defaults.capacity);
    long transaction = context.getLong("transactionCapacity", defaults.transaction);
    if (transaction > capacity) {
      findings.add(
          component,
          "transactionCapacity "
              + transaction
              + " is above the channel's own capacity "
              + capacity
              + ": lower the one or raise the other");
    }
  }

  /** The keys whose values are numbers, flags and texts, in this order. */
  private static void check(
      Component component, Context context, List<Set<String>> keys, Findings findings) {
    Set<String> known = new TreeSet<>(List.of("type"));
    keys.forEach(known::addAll);
    context
        .getParameters()
        .forEach(
            (key, value) -> {
              if (!known.contains(key) && !key.startsWith("encryption.")) {
                String hint = NearestName.hint(key, known);
                findings.add(component, "the key " + key + " is unknown: " + hint);
              } else if (keys.get(0).contains(key) && !value.strip().matches("\\d{1,18}")) {
                wrong(component, key, value, "a whole number", findings);
              } else if (keys.get(1).contains(key) && !value.strip().matches("(?i)true|false")) {
                wrong(component, key, value, "true or false", findings);
              }
            });
  }

  private static void wrong(
      Component component, String key, String value, String allowed, Findings findings) {
    findings.add(component, key + " = '" + value + "' is not allowed: give " + allowed);
  }
}
