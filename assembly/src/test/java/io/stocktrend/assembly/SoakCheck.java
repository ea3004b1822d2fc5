package io.stocktrend.assembly;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Looks for what no store may have after a soak, whatever there was to collect. */
record SoakCheck(Stored stored, SoakFindings findings) {

  void all() throws SQLException, IOException {
    for (Dataset dataset : Dataset.values()) {
      once(dataset);
    }
    findings.fault(
        "events left in a channel", stored.isNothingUnderWay() ? List.of() : List.of("some"));
    findings.fault("drafts left over", drafts());
    findings.fault("rows in quarantine", stored.quarantined());
  }

  private List<Path> drafts() throws IOException {
    return new PartFiles(stored.data())
        .hidden().stream().filter(path -> path.toString().contains("date=")).toList();
  }

  /** No identity twice, and no version that says the same as the one before it. */
  private void once(Dataset dataset) throws SQLException, IOException {
    PartFiles parts = stored.parts(dataset);
    PartFiles.Count count = parts.count();
    findings.count("rows of " + dataset.id(), count.rows());
    findings.fault(
        "rows of " + dataset.id() + " twice",
        parts.values("record_id", "true QUALIFY count(*) OVER (PARTITION BY record_id) > 1"));
    findings.fault("versions of " + dataset.id() + " that say nothing new", echoes(parts));
  }

  private static List<String> echoes(PartFiles parts) throws SQLException {
    String said =
        "hash(*COLUMNS(* EXCLUDE (record_id, known_at, collected_at, date, provider))) AS said";
    String fact = "left(record_id, len(record_id) - 28) AS fact";
    return parts.values(
        "record_id, known_at, collected_at, " + fact + ", " + said,
        "true QUALIFY said = lag(said) OVER (PARTITION BY fact ORDER BY known_at, collected_at)");
  }
}
