package io.stocktrend.agent.command;

import io.stocktrend.client.cli.CommandProvider;
import io.stocktrend.client.cli.Stdio;
import java.time.Clock;

/** Adds {@code stocktrend compact}. */
public final class CompactProvider implements CommandProvider {
  @Override
  public Object command() {
    return new CompactCommand(Stdio.ofProcess(), Clock.systemUTC());
  }
}
