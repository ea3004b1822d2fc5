package io.stocktrend.source;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.flume.FlumeException;

/** What an agent of the distribution counts of itself. */
final class Figures {
  private static final List<String> CHANNELS = List.of("parquet", "quarantine");

  private Figures() {}

  /** When a source is due next, in milliseconds since 1970. */
  static long nextRun(String source) {
    return of("source", source, "NextRunTime");
  }

  /** Returns once all channels are empty, at once if that does not matter. */
  static void awaitDrained(VirtualTime time) throws InterruptedException {
    while (time.isDraining() && !CHANNELS.stream().allMatch(Figures::isDrained)) {
      Thread.sleep(1);
    }
  }

  /** A take that is under way counts as not drained, although it has left the channel's size. */
  private static boolean isDrained(String channel) {
    long puts = of("channel", channel, "EventPutSuccessCount");
    long takes = of("channel", channel, "EventTakeSuccessCount");
    return Math.max(of("channel", channel, "ChannelSize"), puts - takes) == 0;
  }

  private static long of(String kind, String name, String attribute) {
    try {
      ObjectName bean = new ObjectName("org.apache.flume." + kind + ":type=" + name);
      return (Long) ManagementFactory.getPlatformMBeanServer().getAttribute(bean, attribute);
    } catch (JMException e) {
      throw new FlumeException("no " + attribute + " of " + name, e);
    }
  }
}
