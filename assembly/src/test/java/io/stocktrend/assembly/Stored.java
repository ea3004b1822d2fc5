package io.stocktrend.assembly;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What lies in the data folder of both agents, dataset by dataset. */
record Stored(Path data) {
  private static final String NATURAL_KEY = "left(record_id, len(record_id) - 28)";

  PartFiles parts(Dataset dataset) {
    return new PartFiles(DatasetLayout.folder(data, dataset));
  }

  /** Rows and identities of each dataset. */
  Map<Dataset, PartFiles.Count> counts() {
    Map<Dataset, PartFiles.Count> counts = new EnumMap<>(Dataset.class);
    try {
      for (Dataset dataset : Dataset.values()) {
        counts.put(dataset, parts(dataset).count());
      }
    } catch (SQLException | IOException e) {
      throw new AssertionError("a part cannot be read", e);
    }
    return counts;
  }

  long rows() {
    return counts().values().stream().mapToLong(PartFiles.Count::rows).sum();
  }

  /** The facts of a dataset that happened after a time. */
  TreeSet<String> naturalKeys(Dataset dataset, Instant since) throws SQLException {
    return new TreeSet<>(
        parts(dataset).values(NATURAL_KEY, "event_time > TIMESTAMPTZ '" + since + "'"));
  }

  /** What was set aside by whichever agent. */
  List<String> quarantined() {
    return Stream.of("raw", "context")
        .flatMap(agent -> new Quarantine(data.resolve("quarantine/" + agent)).reasons().stream())
        .toList();
  }

  /** Whether no channel has anything left, now that no agent runs. */
  boolean isNothingUnderWay() {
    return Stream.of("raw", "context")
        .flatMap(agent -> Stream.of(agent + "-parquet", agent + "-quarantine"))
        .allMatch(name -> new FilledFileChannel(data.resolve("channels/" + name)).isEmpty());
  }
}
