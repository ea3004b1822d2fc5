package io.stocktrend.agent.quarantine;

import io.stocktrend.client.cli.CommandProvider;

/** Adds {@code stocktrend quarantine}. */
public final class QuarantineProvider implements CommandProvider {
  @Override
  public Object command() {
    return new QuarantineCommand();
  }
}
