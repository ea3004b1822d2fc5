package io.stocktrend.agent;

import io.stocktrend.client.cli.CommandProvider;
import java.time.Clock;

/** Adds {@code check} to {@code stocktrend}. */
public final class CheckProvider implements CommandProvider {
  @Override
  public Object command() {
    return new CheckCommand(Clock.systemUTC());
  }
}
