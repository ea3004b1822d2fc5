package io.stocktrend.agent.gaps;

import io.stocktrend.record.DurableFiles;
import io.stocktrend.source.Coverage;
import io.stocktrend.source.Wanted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The spans of rounds that were asked for again, in the file {@code repairs.log} beside a source's
 * backfill: the run log does not change, and the rows do not tell that there were no more.
 */
final class Repairs {
  private static final String SEPARATOR = "\t";

  private final Path file;
  private final List<Wanted> made = new ArrayList<>();

  private Repairs(Path file) {
    this.file = file;
  }

  /** Those of a source. */
  static Repairs of(Coverage coverage) throws IOException {
    Path state = coverage.state();
    Repairs repairs =
        new Repairs(state.resolveSibling("backfill-" + state.getFileName()).resolve("repairs.log"));
    if (Files.exists(repairs.file)) {
      for (String line : Files.readAllLines(repairs.file, StandardCharsets.UTF_8)) {
        String[] parts = line.split(SEPARATOR, -1);
        repairs.made.add(
            new Wanted(
                parts[0],
                List.of(new Wanted.Span(Instant.parse(parts[1]), Instant.parse(parts[2])))));
      }
    }
    return repairs;
  }

  /** Whether one repair of the item has the whole span. */
  boolean covers(String item, Wanted.Span span) {
    return made.stream()
        .filter(each -> each.item().equals(item))
        .flatMap(each -> each.spans().stream())
        .anyMatch(each -> !span.from().isBefore(each.from()) && !span.to().isAfter(each.to()));
  }

  /** Remembers durably that these were asked for again. */
  void add(List<Wanted> repaired) throws IOException {
    made.addAll(repaired);
    StringBuilder text = new StringBuilder();
    for (Wanted each : made) {
      for (Wanted.Span span : each.spans()) {
        text.append(String.join(SEPARATOR, each.item(), "" + span.from(), "" + span.to()));
        text.append('\n');
      }
    }
    DurableFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
