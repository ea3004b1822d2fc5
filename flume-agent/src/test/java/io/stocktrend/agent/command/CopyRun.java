package io.stocktrend.agent.command;

import io.stocktrend.client.cli.Stdio;
import io.stocktrend.record.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;

/** Runs commands about copies of the primary below a root, and keeps what they say. */
final class CopyRun {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path root;
  private final boolean terminal;

  CopyRun(Path root, boolean terminal) {
    this.root = root;
    this.terminal = terminal;
  }

  /** Writes a part of twenty facts of the dataset. */
  static void fill(Path root, Dataset dataset) throws Exception {
    RandomRows rows = new RandomRows(dataset, 7);
    Parts.write(
        root,
        dataset,
        Parts.DAY,
        1,
        IntStream.range(0, 20).mapToObj(fact -> rows.row(fact, 1)).toList());
  }

  int copy(String... arguments) throws Exception {
    return run(new CopyCommand(stdio()), arguments);
  }

  int reconcile(String... arguments) throws Exception {
    return run(new ReconcileCommand(stdio()), arguments);
  }

  private Stdio stdio() {
    return new Stdio(out, new PrintStream(err, true, StandardCharsets.UTF_8), terminal, 80);
  }

  private int run(Callable<Integer> command, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("--data", root.toString()));
    all.addAll(List.of(arguments));
    new CommandLine(command)
        .registerConverter(Dataset.class, name -> Dataset.byId(name).orElseThrow())
        .parseArgs(all.toArray(String[]::new));
    return command.call();
  }

  /** What stood on standard output since the last question. */
  List<String> lines() {
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    out.reset();
    return lines;
  }

  String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
