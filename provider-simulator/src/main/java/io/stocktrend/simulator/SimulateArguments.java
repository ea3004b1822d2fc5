package io.stocktrend.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line of {@code simulate}: {@code --name value} or {@code --name=value}. */
final class SimulateArguments {

  static final String USAGE =
      """
      Usage: stocktrend simulate [--port P] [--seed S] [--faults FILE] [--latency MS]
                                 [--providers-file FILE]
      Runs the provider simulator in the foreground and prints its base URL.
        --port P               port on 127.0.0.1; 0, the default, takes a free one
        --seed S               seed of the synthetic market (default 1)
        --faults FILE          JSON file of rules of misbehaviour
        --latency MS           milliseconds added to every answer (default 0)
        --providers-file FILE  writes a providers file that leads an agent to this simulator
        --help                 prints this text\
      """;

  private static final List<String> NAMES =
      List.of("--port", "--seed", "--faults", "--latency", "--providers-file");

  private final Map<String, String> values = new HashMap<>();
  private boolean help;

  private SimulateArguments() {}

  static SimulateArguments parse(String... arguments) throws UsageException {
    SimulateArguments parsed = new SimulateArguments();
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    while (!left.isEmpty()) {
      parsed.take(left.removeFirst(), left);
    }
    return parsed;
  }

  boolean isHelp() {
    return help;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  long number(String name, long otherwise, long least, long most) throws UsageException {
    String text = values.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
      throw wrongNumber(name, text, least, most);
    } catch (NumberFormatException e) {
      throw wrongNumber(name, text, least, most);
    }
  }

  private void take(String argument, Deque<String> left) throws UsageException {
    if (argument.equals("--help") || argument.equals("-h")) {
      help = true;
      return;
    }
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    if (!NAMES.contains(name)) {
      throw new UsageException(
          "unknown option " + name + ": use one of " + String.join(", ", NAMES));
    }
    if (equals < 0 && left.isEmpty()) {
      throw new UsageException(name + " needs a value");
    }
    values.put(name, equals < 0 ? left.removeFirst() : argument.substring(equals + 1));
  }

  private static UsageException wrongNumber(String name, String text, long least, long most) {
    return new UsageException(
        name + " = " + text + ": give a whole number from " + least + " to " + most);
  }
}
