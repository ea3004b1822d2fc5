package io.stocktrend.source.state;

import io.stocktrend.record.Umask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code runs.log} in which a source writes down what became of each round, one JSON
 * object a line. It is bounded: when it has grown large it becomes {@code runs.log.1}, and the
 * oldest of these is given up.
 */
public final class RunLog {
  private static final String NAME = "runs.log";
  private static final long LARGEST = 8L * 1024 * 1024;
  private static final int OLDER = 4;

  private final Path folder;
  private final long largest;

  /** The log of the source that keeps its state in that folder. */
  public RunLog(Path folder) {
    this(folder, LARGEST);
  }

  RunLog(Path folder, long largest) {
    this.folder = folder;
    this.largest = largest;
  }

  /** Returns when the run is written down durably. */
  public void append(Run run) throws IOException {
    Path file = folder.resolve(NAME);
    if (Files.exists(file) && Files.size(file) >= largest) {
      rotate();
    }
    try (FileChannel channel =
        Umask.openPrivately(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      String line = RunText.print(run);
      // A crash may have cut the last line: it must not spoil this one.
      String text = isTorn(file) ? "\n" + line : line;
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
  }

  /** All that the log still holds, from the oldest on; lines that a crash has cut are left out. */
  public List<Run> read() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (int age = OLDER; age >= 0; age--) {
      Path file = file(age);
      if (Files.exists(file)) {
        // Damage may hold any bytes, so they are decoded without a complaint.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        text.lines().forEach(line -> RunText.parse(line).ifPresent(runs::add));
      }
    }
    return runs;
  }

  /** The rounds of these runs, in order: of each due time what was said last. */
  public static Collection<Run> rounds(List<Run> runs) {
    Map<Instant, Run> rounds = new LinkedHashMap<>();
    for (Run run : runs) {
      rounds.remove(run.times().due());
      rounds.put(run.times().due(), run);
    }
    return rounds.values();
  }

  private void rotate() throws IOException {
    for (int age = OLDER; age > 0; age--) {
      if (Files.exists(file(age - 1))) {
        Files.move(file(age - 1), file(age), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path file(int age) {
    return folder.resolve(age == 0 ? NAME : NAME + "." + age);
  }

  private static boolean isTorn(Path file) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, size - 1);
      return last.get(0) != '\n';
    }
  }
}
