package io.stocktrend.record;

/**
 * A named step at which the process dies as if by {@code kill -9} when the system property {@code
 * stocktrend.faultPoint} names it: how tests show what a crash at that step leaves behind. {@code
 * NAME@3} dies at the third time that the step is reached.
 */
public final class FaultPoint {
  /** System property that names the step to die at. */
  public static final String PROPERTY = "stocktrend.faultPoint";

  private static final int KILLED = 137;
  private static final String ARMED = System.getProperty(PROPERTY, "");
  private static int reached;

  private FaultPoint() {}

  /** Says that this step has been reached. */
  public static void reach(String step) {
    if (!ARMED.isEmpty()) {
      dieIfMeant(step);
    }
  }

  private static synchronized void dieIfMeant(String step) {
    int at = ARMED.indexOf('@');
    String name = at < 0 ? ARMED : ARMED.substring(0, at);
    int count = at < 0 ? 1 : Integer.parseInt(ARMED.substring(at + 1));
    if (name.equals(step) && ++reached == count) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
