package io.stocktrend.client.cli;

/**
 * Adds one subcommand to {@code stocktrend}: a module on the class path names its providers in
 * {@code META-INF/services/io.stocktrend.client.cli.CommandProvider}.
 */
@FunctionalInterface
public interface CommandProvider {
  /** An object of a class with picocli's {@code @Command} and a name. */
  Object command();
}
