package io.stocktrend.agent.gaps;

import io.stocktrend.client.cli.CommandProvider;
import io.stocktrend.client.cli.Stdio;
import java.time.Clock;

/** Adds {@code gaps} to {@code stocktrend}. */
public final class GapsProvider implements CommandProvider {
  @Override
  public Object command() {
    return new GapsCommand(Clock.systemUTC(), Stdio.ofProcess());
  }
}
