package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import java.nio.file.Path;
import java.util.Arrays;
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

  private final Parts parts;
  private final Database database;
  private final DecryptedParts decrypted;
  private final Map<Dataset, List<Path>> shown = new EnumMap<>(Dataset.class);

  Views(Parts parts, Database database) {
    this.parts = parts;
    this.database = database;
    this.decrypted = new DecryptedParts(database, parts.keys());
  }

  /** Creates all views. */
  void create() {
    database.run("CREATE SCHEMA " + ViewSql.PARTS_SCHEMA);
    for (Dataset dataset : Dataset.values()) {
      replace(ViewSql.partsName(dataset), ViewSql.noRows(dataset, UNTOUCHED));
      String rows = "SELECT * FROM " + ViewSql.partsName(dataset) + " ";
      replace(ViewSql.allName(dataset), rows + ViewSql.oncePerRecord(dataset));
      replace(Sql.name(dataset.id()), rows + ViewSql.newestPerFact(dataset));
    }
  }

  /** Lets the views of a dataset show the part files that exist now. */
  synchronized void refresh(Dataset dataset) {
    List<Path> files = parts.of(dataset);
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

  /** The datasets whose names a statement holds. */
  static List<Dataset> namedIn(String sql) {
    String lowerCase = sql.toLowerCase(Locale.ROOT);
    return Arrays.stream(Dataset.values())
        .filter(dataset -> lowerCase.contains(dataset.id()))
        .toList();
  }

  private void replace(String name, String select) {
    database.run("CREATE OR REPLACE VIEW " + name + " AS " + select);
  }
}
