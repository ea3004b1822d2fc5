package io.stocktrend.agent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/**
 * Ends the process with exit code 0 on SIGTERM, once the agent has stopped. The JVM's own way gives
 * 143, which supervisors take for a failure, and runs the hooks of libraries side by side with the
 * sinks' last writes.
 */
@SuppressWarnings("sunapi")
final class StopSignal {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

  private StopSignal() {}

  /** Runs the action on SIGTERM and ends with 0; on any other end runs it from a hook. */
  static void install(Runnable stop) {
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "agent-shutdown"));
    try {
      Signal.handle(new Signal("TERM"), signal -> stopAndExit(stop));
    } catch (IllegalArgumentException e) {
      LOG.info("SIGTERM ends with exit code 143: the JVM keeps the signal to itself (-Xrs)");
    }
  }

  private static void stopAndExit(Runnable stop) {
    LOG.info("Stopping on SIGTERM");
    stop.run();
    System.exit(0);
  }
}
