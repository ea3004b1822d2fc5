package io.stocktrend.agent;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /**
   * Runs the action on SIGTERM and ends with 0; on any other end runs it from a hook. An action
   * that takes longer than the limit is cut off with exit code 1, so that no component can keep the
   * process alive; so does a second SIGTERM, at once.
   */
  static void install(Runnable stop, Duration limit) {
    Runnable bounded = () -> bounded(stop, limit);
    AtomicBoolean stops = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(bounded, "agent-shutdown"));
    try {
      onTerminate(
          () -> {
            if (!stops.compareAndSet(false, true)) {
              LOG.warn("A second SIGTERM: ending at once");
              Runtime.getRuntime().halt(1);
            }
            LOG.info("Stopping on SIGTERM");
            bounded.run();
            System.exit(0);
          });
    } catch (ReflectiveOperationException e) {
      LOG.info("SIGTERM will end with exit code 143: {}", Causes.oneLine(e));
    }
  }

  private static void bounded(Runnable stop, Duration limit) {
    Thread stopping = new Thread(stop, "agent-stop");
    stopping.start();
    try {
      stopping.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (stopping.isAlive()) {
      LOG.error("A component did not stop within {}: the process ends without it", limit);
      Runtime.getRuntime().halt(1);
    }
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
