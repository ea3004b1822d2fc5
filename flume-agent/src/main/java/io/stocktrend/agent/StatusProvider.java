package io.stocktrend.agent;

import io.stocktrend.client.cli.CommandProvider;
import java.time.Clock;

/** Adds {@code status} to {@code stocktrend}. */
public final class StatusProvider implements CommandProvider {
  @Override
  public Object command() {
    return new StatusCommand(Clock.systemUTC());
  }
}
