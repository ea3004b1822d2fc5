package io.stocktrend.agent;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Flume's counters say of a channel, in events.
 *
 * @param size committed puts that no take has removed
 * @param puts committed since the channel's start
 * @param takes committed since the channel's start
 */
record ChannelCounts(long size, long puts, long takes) {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelCounts.class);
  private static final ChannelCounts NONE = new ChannelCounts(0, 0, 0);

  /** The counts of the channel of that name; none for a channel that never started. */
  static ChannelCounts of(String channel) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName name = new ObjectName("org.apache.flume.channel:type=" + channel);
      return new ChannelCounts(
          (Long) server.getAttribute(name, "ChannelSize"),
          (Long) server.getAttribute(name, "EventPutSuccessCount"),
          (Long) server.getAttribute(name, "EventTakeSuccessCount"));
    } catch (JMException e) {
      LOG.debug("No counters for channel {}", channel, e);
      return NONE;
    }
  }

  /**
   * What a stop would lose. A sink's open take counts, though it has left the channel's size; after
   * a reload the counters begin anew with what the channel still holds.
   */
  long remaining() {
    return Math.max(size, puts - takes);
  }
}
