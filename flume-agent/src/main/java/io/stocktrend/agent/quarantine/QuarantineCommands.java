package io.stocktrend.agent.quarantine;

import io.stocktrend.client.cli.CommandProvider;

/** Adds {@code stocktrend quarantine}. */
public final class QuarantineCommands implements CommandProvider {
  @Override
  public Object command() {
    return new QuarantineCommand();
  }
}
