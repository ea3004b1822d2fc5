package io.stocktrend.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Joins the command line as other modules' providers do. */
public final class GreetingProvider implements CommandProvider {
  @Override
  public Object command() {
    return new Greeting();
  }

  @Command(name = "greeting", description = "Only in tests.")
  private static final class Greeting implements Callable<Integer> {
    @Override
    public Integer call() {
      return 7;
    }
  }
}
