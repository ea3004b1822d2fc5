package io.stocktrend.agent.command;

import io.stocktrend.client.cli.CommandProvider;
import io.stocktrend.client.cli.Stdio;

/** Adds {@code stocktrend copy}. */
public final class CopyProvider implements CommandProvider {
  @Override
  public Object command() {
    return new CopyCommand(Stdio.ofProcess());
  }
}
