package io.stocktrend.sink.copy;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.copy.Difference.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Compares a store with the primary, a day at a time: the memory needed is that of the hashes of
 * one day's rows.
 */
public final class Reconciliation {
  private static final int MOST_LISTINGS = 100;
  private static final int IDS = 5000;

  private final StoreReader primary;
  private final StoreReader store;
  private final Consumer<Difference> differences;

  public Reconciliation(StoreReader primary, StoreReader store, Consumer<Difference> differences) {
    this.primary = primary;
    this.store = store;
    this.differences = differences;
  }

  /** Compares one day; how many rows of the primary that were. */
  public int compare(Dataset dataset, LocalDate day) throws IOException {
    Map<String, Versions> here = read(dataset, day);
    Day found = new Day(dataset, day);
    store.read(dataset, day, row -> found.compare(here.get(row.id()), row));
    TreeSet<String> missing = new TreeSet<>();
    here.forEach(
        (id, versions) -> {
          if (versions.isMissing()) {
            missing.add(id);
          }
        });
    removeLater(missing, here, dataset);
    missing.forEach(id -> found.add(Kind.MISSING, id, List.of()));
    found.differences.values().forEach(differences);
    return here.size();
  }

  private Map<String, Versions> read(Dataset dataset, LocalDate day) throws IOException {
    for (int listing = 1; ; listing++) {
      Map<String, Versions> rows = new HashMap<>();
      try {
        primary.read(
            dataset,
            day,
            row -> rows.computeIfAbsent(row.id(), id -> new Versions()).add(RowHashes.of(row)));
        return rows;
      } catch (NoSuchFileException e) {
        // Else compaction has put another part in its place since the folder was listed.
        if (listing == MOST_LISTINGS || Files.exists(Path.of(e.getFile()))) {
          throw e;
        }
      }
    }
  }

  /** A store with one row an id may have a later version, which is another day's to compare. */
  private void removeLater(Set<String> missing, Map<String, Versions> here, Dataset dataset)
      throws IOException {
    List<String> ids = List.copyOf(missing);
    for (int from = 0; from < ids.size(); from += IDS) {
      List<String> some = ids.subList(from, Math.min(from + IDS, ids.size()));
      store
          .collectedAt(dataset, some)
          .forEach(
              (id, time) -> {
                if (time > here.get(id).collectedAt()) {
                  missing.remove(id);
                }
              });
    }
  }

  /** What has been found on one day, by id. */
  private static final class Day {
    private final Dataset dataset;
    private final LocalDate date;
    private final Map<String, Difference> differences = new TreeMap<>();

    Day(Dataset dataset, LocalDate date) {
      this.dataset = dataset;
      this.date = date;
    }

    void compare(Versions here, StoreRow there) {
      if (here == null) {
        add(Kind.EXTRA, there.id(), List.of());
      } else if (!here.meet()) {
        add(Kind.REPEATED, there.id(), List.of());
      } else {
        List<String> columns =
            here.differences(RowHashes.of(there)).stream()
                .map(position -> dataset.schema().getFields().get(position).name())
                .toList();
        if (!columns.isEmpty()) {
          add(Kind.DIFFERENT, there.id(), columns);
        }
      }
    }

    void add(Kind kind, String id, List<String> columns) {
      differences.put(id, new Difference(dataset, date, kind, id, columns));
    }
  }
}
