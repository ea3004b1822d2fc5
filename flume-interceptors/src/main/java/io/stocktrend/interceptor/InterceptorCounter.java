package io.stocktrend.interceptor;

import org.apache.flume.instrumentation.MonitoredCounterGroup;

/** The figures of one interceptor, visible over JMX and every Flume monitoring type. */
final class InterceptorCounter extends MonitoredCounterGroup implements InterceptorCounterMBean {
  private static final String PASSED = "interceptor.event.passed";
  private static final String REFUSED = "interceptor.event.refused";

  InterceptorCounter(String name) {
    super(Type.INTERCEPTOR, name, PASSED, REFUSED);
  }

  @Override
  public long getEventPassedCount() {
    return get(PASSED);
  }

  @Override
  public long getEventRefusedCount() {
    return get(REFUSED);
  }

  void count(boolean passed) {
    increment(passed ? PASSED : REFUSED);
  }
}
