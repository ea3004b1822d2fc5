package io.stocktrend.agent;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process with exit code 0 on SIGTERM, once the agent has stopped. The JVM's own way gives
 * 143, which supervisors take for a failure, and runs the hooks of libraries side by side with the
 * sinks' last writes.
 */
final class StopSignal {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

  private StopSignal() {}

  /** Runs the action on SIGTERM and ends with 0; on any other end runs it from a hook. */
  static void install(Runnable stop) {
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "agent-shutdown"));
    try {
      onTerminate(() -> stopAndExit(stop));
    } catch (ReflectiveOperationException e) {
      LOG.info("SIGTERM will end with exit code 143: {}", Causes.oneLine(e));
    }
  }

  private static void stopAndExit(Runnable stop) {
    LOG.info("Stopping on SIGTERM");
    try {
      stop.run();
    } catch (RuntimeException e) {
      LOG.error("The agent failed to stop", e);
      System.exit(1);
    }
    System.exit(0);
  }

  /** By reflection, because javac warns of sun.misc.Signal in a way that nothing can suppress. */
  private static void onTerminate(Runnable action) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object handling =
        Proxy.newProxyInstance(
            StopSignal.class.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) -> {
              action.run();
              return null;
            });
    Object terminate = signal.getConstructor(String.class).newInstance("TERM");
    signal.getMethod("handle", signal, handler).invoke(null, terminate, handling);
  }
}
