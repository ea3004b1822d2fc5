package io.stocktrend.source;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Answers, within an agent, how much it holds once its garbage is collected. */
final class VitalSigns implements Runnable {
  private static boolean shown;

  private final VirtualTime time;
  private final String agent;

  private VitalSigns(VirtualTime time, String agent) {
    this.time = time;
    this.agent = agent;
  }

  /** From now on, until the process ends. */
  static synchronized void show(VirtualTime time, String agent) {
    if (!shown) {
      shown = true;
      Thread thread = new Thread(new VitalSigns(time, agent), "vital-signs");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        if (time.isVitalsAsked(agent)) {
          Figures.awaitDrained(time);
          time.answerVitals(agent, vitals());
        }
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static VirtualTime.Vitals vitals() {
    System.gc();
    var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new VirtualTime.Vitals(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        system.getOpenFileDescriptorCount());
  }
}
