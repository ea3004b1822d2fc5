package io.stocktrend.agent.gaps;

import io.stocktrend.client.cli.CommandProvider;
import io.stocktrend.client.cli.Stdio;
import java.time.Clock;

/** Adds {@code backfill} to {@code stocktrend}. */
public final class BackfillProvider implements CommandProvider {
  @Override
  public Object command() {
    return new BackfillCommand(Clock.systemUTC(), Stdio.ofProcess());
  }
}
