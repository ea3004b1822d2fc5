package io.stocktrend.assembly;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A real file system of so many kilobytes, mounted by a shell in a namespace of its own, which
 * takes no root where the kernel allows user namespaces. It is gone when the shell and the last
 * process inside are.
 */
public final class SmallDisk implements AutoCloseable {
  private static final String SHELL =
      """
      mount -t tmpfs -o "size=$2k" small "$1" || exit
      echo done
      while IFS= read -r command; do
        if eval "$command"; then echo done; else echo failed; fi
      done
      """;

  private final Process shell;
  private final BufferedReader answers;
  private final Writer commands;
  private final Path folder;

  private SmallDisk(Path folder, Process shell) {
    this.folder = folder;
    this.shell = shell;
    this.answers = shell.inputReader(StandardCharsets.UTF_8);
    this.commands = shell.outputWriter(StandardCharsets.UTF_8);
  }

  /** Mounts one at that folder; the test is aborted with the reason where that is impossible. */
  public static SmallDisk mount(Path folder, int kilobytes) throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-root-user"));
    command.addAll(List.of("--mount", "bash", "-c", SHELL, "small-disk"));
    command.addAll(List.of(folder.toString(), Integer.toString(kilobytes)));
    Process shell;
    try {
      shell = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return Assumptions.abort("a small disk needs unshare (util-linux): " + e.getMessage());
    }
    SmallDisk disk = new SmallDisk(folder, shell);
    List<String> output = new ArrayList<>();
    if (!disk.answer(output)) {
      shell.destroy();
      return Assumptions.abort("no small disk can be mounted without root here: " + output);
    }
    return disk;
  }

  /** The folder as this process, which is outside the namespace, reaches it. */
  public Path seenFromOutside() {
    return Path.of("/proc/" + shell.pid() + "/root" + folder);
  }

  /** The command line that runs a command inside, in that working folder. */
  List<String> inside(Path workingFolder, List<String> command) {
    String pid = Long.toString(shell.pid());
    List<String> all = new ArrayList<>(List.of("nsenter", "--target", pid, "--user", "--mount"));
    all.addAll(List.of("--preserve-credentials", "bash", "-c", "cd \"$0\" && exec \"$@\""));
    all.add(workingFolder.toString());
    all.addAll(command);
    return all;
  }

  /** Puts in foreign data until only so many kilobytes are left. */
  public void fillUpTo(int kilobytesLeft) throws IOException {
    run(
        "left=$(df --output=avail -k '%s' | tail -1); ".formatted(folder)
            + "head -c $(((left - %d) * 1024)) /dev/zero > '%s'"
                .formatted(kilobytesLeft, ballast()));
  }

  /** Takes the foreign data away. */
  public void free() throws IOException {
    run("rm '" + ballast() + "'");
  }

  /** Lets nobody write any more; waits for files that are being written. */
  void makeReadOnly() throws IOException {
    run(
        "for try in $(seq 500); do mount -o remount,ro '%s' 2>/dev/null && break; sleep 0.01; done;"
                .formatted(folder)
            + " ! touch '%s' 2>/dev/null".formatted(ballast()));
  }

  void makeWritable() throws IOException {
    run("mount -o remount,rw '" + folder + "'");
  }

  private Path ballast() {
    return folder.resolve("foreign");
  }

  private void run(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
    List<String> output = new ArrayList<>();
    if (!answer(output)) {
      throw new IOException(command + ": " + output);
    }
  }

  private boolean answer(List<String> output) throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.equals("done")) {
        return true;
      }
      output.add(line);
      if (line.equals("failed")) {
        return false;
      }
    }
    return false;
  }

  @Override
  public void close() {
    shell.destroy();
    shell.onExit().join();
  }
}
