package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Answers from the Parquet part files below a data root; it never writes there. What the agents
 * publish while it is open is seen by the next question. Safe for use by several threads; failures
 * are {@link ClientException}s.
 */
public final class MarketDataClient implements AutoCloseable {
  private final Path root;
  private final Path scratch;
  private final Database database;
  private final Views views;
  private final StatementGuard guard;

  private MarketDataClient(Path root, Path scratch) {
    this.root = root;
    this.scratch = scratch;
    this.database = Database.open(root, scratch, () -> parts(root));
    this.views = new Views(root, database);
    this.guard = new StatementGuard(database);
    views.create();
  }

  /**
   * Opens the data below a root, e.g. {@code data}.
   *
   * @throws ClientException if there is no such folder
   */
  public static MarketDataClient open(Path root) {
    if (!Files.isDirectory(root)) {
      throw new ClientException(
          Fault.DATA,
          "no data folder "
              + root.toAbsolutePath().normalize()
              + ": name the root that the agents write to (--data ROOT or STOCKTREND_DATA)");
    }
    try {
      Path scratch = Files.createTempDirectory("stocktrend-client-");
      return new MarketDataClient(root.toAbsolutePath().normalize(), scratch);
    } catch (IOException e) {
      throw new ClientException(Fault.DATA, "cannot create a temporary folder: " + e, e);
    }
  }

  /** Snapshots of the Mag 7: price, size, valuation. */
  public DatasetQuery financialData() {
    return query(Dataset.FINANCIAL_DATA);
  }

  /** Bars of the S&amp;P 500 with technical indicators. */
  public DatasetQuery stockMovements() {
    return query(Dataset.STOCK_MOVEMENTS);
  }

  /** News about the S&amp;P 500 with sentiment. */
  public DatasetQuery newsData() {
    return query(Dataset.NEWS_DATA);
  }

  /** Macroeconomic series with their vintages. */
  public DatasetQuery macroeconomicData() {
    return query(Dataset.MACROECONOMIC_DATA);
  }

  /** Acts and publications of the Federal Reserve and the Treasury. */
  public DatasetQuery policyData() {
    return query(Dataset.POLICY_DATA);
  }

  /** A question about a dataset. */
  public DatasetQuery query(Dataset dataset) {
    return new DatasetQuery(
        dataset,
        (asked, sql) -> {
          guard.check(sql);
          return ListAgain.ask(
              () -> {
                views.refresh(asked);
                return database.query(sql).begun();
              });
        });
  }

  /**
   * The answer to any SQL that only reads, over the views {@code <dataset>} (the newest version of
   * each fact) and {@code <dataset>_all} (every version, each record once).
   */
  public Table sql(String sql) {
    guard.check(sql);
    return ListAgain.ask(
        () -> {
          views.refreshNamedIn(sql);
          return database.query(sql).begun();
        });
  }

  /** One row a dataset: its rows in all versions, part files, range and freshness. */
  public Table datasets() {
    return ListAgain.ask(() -> database.query(overview()).begun());
  }

  private String overview() {
    return Arrays.stream(Dataset.values())
        .map(
            dataset -> {
              views.refresh(dataset);
              return ViewSql.overview(dataset, partFiles(dataset).size());
            })
        .collect(Collectors.joining(" UNION ALL "));
  }

  /** The dataset's part files that can be seen now. */
  public List<Path> partFiles(Dataset dataset) {
    return PartFiles.of(root, dataset);
  }

  private static List<Path> parts(Path root) {
    return Arrays.stream(Dataset.values())
        .flatMap(dataset -> PartFiles.of(root, dataset).stream())
        .toList();
  }

  /** Ends every answer that is still being read. */
  @Override
  public void close() {
    database.close();
    try {
      Files.deleteIfExists(scratch);
    } catch (IOException e) {
      throw new ClientException(
          Fault.DATA, "cannot delete the temporary folder " + scratch + ": " + e.getMessage(), e);
    }
  }
}
