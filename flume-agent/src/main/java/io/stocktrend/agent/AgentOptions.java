package io.stocktrend.agent;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.HelpFormatter;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * The command line of {@code flume-ng agent}.
 *
 * @param name the agent to run, or empty to take the only one of the file
 * @param reloadEvery how often the file is looked at for changes, or empty for never
 */
record AgentOptions(Optional<String> name, Path file, Optional<Duration> reloadEvery) {
  private static final String DEFAULT_INTERVAL = "30";
  private static final int WIDTH = 100;

  static boolean asksForHelp(String... args) {
    for (String arg : args) {
      if (arg.equals("-h") || arg.equals("--help")) {
        return true;
      }
    }
    return false;
  }

  static AgentOptions parse(String... args) throws RefusedStartException {
    try {
      CommandLine line = new DefaultParser().parse(options(), args);
      if (!line.getArgList().isEmpty()) {
        throw new ParseException("Unexpected argument: " + line.getArgList().get(0));
      }
      if (!line.hasOption("f")) {
        throw new ParseException("The agent file is missing: name it with -f");
      }
      return new AgentOptions(
          Optional.ofNullable(line.getOptionValue("n")),
          Path.of(line.getOptionValue("f")),
          line.hasOption("no-reload-conf") ? Optional.empty() : Optional.of(interval(line)));
    } catch (ParseException e) {
      throw new RefusedStartException(e.getMessage() + ": see 'flume-ng help'");
    }
  }

  static void printHelp(PrintWriter out) {
    new HelpFormatter().printHelp(out, WIDTH, "flume-ng agent", null, options(), 2, 2, null, true);
    out.flush();
  }

  private static Duration interval(CommandLine line) throws ParseException {
    String text = line.getOptionValue("i", DEFAULT_INTERVAL);
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new ParseException(
          "--poll-interval = '" + text + "' is not allowed, give whole seconds from 1 to 999999");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static Options options() {
    return new Options()
        .addOption("n", "name", true, "the agent's name; not needed if the file defines one agent")
        .addOption("f", "conf-file", true, "the agent file")
        .addOption(
            "i", "poll-interval", true, "seconds between looks for a changed agent file (30)")
        .addOption(null, "no-reload-conf", false, "do not reload a changed agent file")
        .addOption("h", "help", false, "show this help");
  }
}
