package io.stocktrend.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What a simulator starts with.
 *
 * @param port on 127.0.0.1; 0 for a free one
 * @param seed decides every figure of the synthetic market
 * @param clock the market's time, and that of received requests
 * @param latency added to every answer
 * @param faults rules in force from the start
 */
public record SimulatorOptions(
    int port, long seed, Clock clock, Duration latency, List<Fault> faults) {

  public SimulatorOptions {
    faults = List.copyOf(faults);
  }

  /** A free port, seed 1, the system's clock, no latency, no faults. */
  public static SimulatorOptions defaults() {
    return new SimulatorOptions(0, 1, Clock.systemUTC(), Duration.ZERO, List.of());
  }

  public SimulatorOptions withPort(int other) {
    return new SimulatorOptions(other, seed, clock, latency, faults);
  }

  public SimulatorOptions withSeed(long other) {
    return new SimulatorOptions(port, other, clock, latency, faults);
  }

  public SimulatorOptions withClock(Clock other) {
    return new SimulatorOptions(port, seed, other, latency, faults);
  }

  public SimulatorOptions withLatency(Duration other) {
    return new SimulatorOptions(port, seed, clock, other, faults);
  }

  public SimulatorOptions withFaults(List<Fault> other) {
    return new SimulatorOptions(port, seed, clock, latency, other);
  }
}
