package io.stocktrend.agent.command;

import io.stocktrend.client.cli.CommandProvider;
import io.stocktrend.client.cli.Stdio;

/** Adds {@code stocktrend reconcile}. */
public final class ReconcileProvider implements CommandProvider {
  @Override
  public Object command() {
    return new ReconcileCommand(Stdio.ofProcess());
  }
}
