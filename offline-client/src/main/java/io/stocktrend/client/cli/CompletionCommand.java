package io.stocktrend.client.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script that lets a shell complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints a script that completes commands and options in bash and zsh.",
    footer = {"", "In ~/.bashrc or ~/.zshrc: source <(stocktrend completion)"})
final class CompletionCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Spec private CommandSpec command;

  CompletionCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    String script = AutoComplete.bash("stocktrend", command.root().commandLine());
    stdio.out().write(script.getBytes(StandardCharsets.UTF_8));
    stdio.out().flush();
    return 0;
  }
}
