package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The views of the five datasets. Until a dataset is asked for, its views have columns but look at
 * no file, so that an unreadable file of one dataset is no matter to a question about another.
 */
final class Views {
  private static final String UNTOUCHED =
      "CAST(error('write the name of a view out: ' || "
          + "'a statement that puts it together is not supported') AS BOOLEAN)";

  private final Path root;
  private final Database database;
  private final DecryptedParts decrypted;
  private final Map<Dataset, List<Path>> shown = new EnumMap<>(Dataset.class);

  Views(Path root, Database database, DecryptedParts decrypted) {
    this.root = root;
    this.decrypted = decrypted;
    this.database = database;
  }

  /** Creates all views. */
  void create() {
    database.run("CREATE SCHEMA " + ViewSql.PARTS_SCHEMA);
    for (Dataset dataset : Dataset.values()) {
      replace(ViewSql.partsName(dataset), ViewSql.noRows(dataset, UNTOUCHED));
      String parts = "SELECT * FROM " + ViewSql.partsName(dataset) + " ";
      replace(ViewSql.allName(dataset), parts + ViewSql.oncePerRecord(dataset));
      replace(Sql.name(dataset.id()), parts + ViewSql.newestPerFact(dataset));
    }
  }

  /** Lets the views of a dataset show the part files that exist now. */
  synchronized void refresh(Dataset dataset) {
    List<Path> files = PartFiles.of(root, dataset);
    if (!files.equals(shown.get(dataset))) {
      Map<Boolean, List<Path>> byEncryption =
          files.stream().collect(Collectors.partitioningBy(PartEncryption::of));
      List<Path> encrypted = byEncryption.get(true);
      decrypted.hold(dataset, encrypted);
      replace(
          ViewSql.partsName(dataset),
          ViewSql.parts(dataset, byEncryption.get(false), !encrypted.isEmpty()));
      shown.put(dataset, files);
    }
  }

  /** The same for every dataset that a statement names. */
  void refreshNamedIn(String sql) {
    String lowerCase = sql.toLowerCase(Locale.ROOT);
    for (Dataset dataset : Dataset.values()) {
      if (lowerCase.contains(dataset.id())) {
        refresh(dataset);
      }
    }
  }

  private void replace(String name, String select) {
    database.run("CREATE OR REPLACE VIEW " + name + " AS " + select);
  }
}
