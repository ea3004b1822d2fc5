package io.stocktrend.agent.quarantine;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import java.nio.file.Path;

/** An entry, and the file that it lies in. */
record Kept(Path folder, Path file, QuarantineEntry entry) {
  String dataset() {
    return entry.headers().getOrDefault(EventHeaders.DATASET, "");
  }

  /** The agent: the file's folder where agents have their own, else the one of the dataset. */
  String agent() {
    Path own = folder.relativize(file).getParent();
    return own != null ? own.toString() : Dataset.byId(dataset()).map(Dataset::agent).orElse("");
  }
}
