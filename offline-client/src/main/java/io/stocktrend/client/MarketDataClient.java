package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Answers from the Parquet part files below a data root; it never writes there. What the agents
 * publish while it is open is seen by the next question. Safe for use by several threads; failures
 * are {@link ClientException}s.
 */
public final class MarketDataClient implements AutoCloseable {
  private final Path scratch;
  private final Database database;
  private final Answers answers;

  private MarketDataClient(Parts parts, Path scratch) {
    this.scratch = scratch;
    this.database = Database.open(Sandbox.of(parts, scratch, List.of()), parts::plain);
    this.answers = new Answers(database, parts, new ParquetExport(parts, scratch));
  }

  /**
   * Opens the data below a root, e.g. {@code data}; a damaged part file fails the question that
   * needs it.
   *
   * @throws ClientException if there is no such folder
   */
  public static MarketDataClient open(Path root) {
    return open(root, ReadOptions.DEFAULT);
  }

  /**
   * The same, read as the options say.
   *
   * @throws ClientException if there is no such folder, or no file of keys where one is named
   */
  public static MarketDataClient open(Path root, ReadOptions options) {
    if (!Files.isDirectory(root)) {
      throw new ClientException(
          Fault.DATA,
          "no data folder "
              + root.toAbsolutePath().normalize()
              + ": name the root that the agents write to (--data ROOT or STOCKTREND_DATA)");
    }
    PartKeys keys = PartKeys.read(options.keys());
    Parts parts = new Parts(root.toAbsolutePath().normalize(), keys, options.warnings());
    try {
      return new MarketDataClient(parts, Files.createTempDirectory("stocktrend-client-"));
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

  /** What was known at each session's close, and what the price did after it. */
  public FeatureQuery features() {
    return new FeatureQuery(answers);
  }

  /** A question about a dataset. */
  public DatasetQuery query(Dataset dataset) {
    return new DatasetQuery(dataset, answers);
  }

  /**
   * The answer to any SQL that only reads, over the views {@code <dataset>} (the newest version of
   * each fact) and {@code <dataset>_all} (every version, each record once).
   */
  public Table sql(String sql) {
    return question(sql).table();
  }

  /** The same as a question, which can also be counted and exported. */
  public Question question(String sql) {
    return answers.question(Views.namedIn(sql), () -> sql);
  }

  /**
   * Writes the newest version of each fact of a dataset into a file.
   *
   * @param dataset its name, e.g. {@code financial_data}
   * @throws ClientException if there is no such dataset, or as {@link Question#export} does
   */
  public void exportData(String dataset, Path file, Format format) {
    query(dataset(dataset)).export(file, format);
  }

  /** The symbols that a dataset has or, where it has none of its own, that its rows relate to. */
  public Set<String> symbols(Dataset dataset) {
    return symbols(dataset, Symbols.ANY);
  }

  /** Those of the given symbols that a dataset has. */
  public Set<String> symbols(Dataset dataset, Collection<String> among) {
    return symbols(dataset, Symbols.oneOf(dataset, among));
  }

  private Set<String> symbols(Dataset dataset, String condition) {
    String sql = Symbols.distinct(dataset, condition);
    return answers.table(List.of(dataset), () -> sql).list().stream()
        .map(row -> (String) row.get(Symbols.SYMBOL))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Dataset dataset(String name) {
    return Dataset.byId(name)
        .orElseThrow(
            () ->
                new ClientException(
                    Fault.REQUEST,
                    "unknown dataset '%s': %s"
                        .formatted(name, NearestName.hint(name, Dataset.ids()))));
  }

  /** One row a dataset: its rows in all versions, part files, range and freshness. */
  public Question datasets() {
    return answers.question(List.of(Dataset.values()), this::overview);
  }

  private String overview() {
    return Arrays.stream(Dataset.values())
        .map(dataset -> ViewSql.overview(dataset, partFiles(dataset).size()))
        .collect(Collectors.joining(" UNION ALL "));
  }

  /** The dataset's part files that can be seen now, but for those that were left out. */
  public List<Path> partFiles(Dataset dataset) {
    return answers.parts().of(dataset);
  }

  /** Where it puts what memory does not hold; gone once it is closed. */
  Path scratch() {
    return scratch;
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
