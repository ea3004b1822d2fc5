package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Dataset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/**
 * Lets DuckDB write answers into Parquet files: each time by a database of its own, which may write
 * that file and nothing else.
 */
final class ParquetExport {
  private final Parts parts;
  private final Path scratch;
  private final AtomicInteger exports = new AtomicInteger();

  ParquetExport(Parts parts, Path scratch) {
    this.parts = parts;
    this.scratch = scratch;
  }

  /** Writes the answer to a statement that only reads. */
  void write(String sql, Collection<Dataset> datasets, Path file, DoubleConsumer progress) {
    String copy =
        "COPY (%s\n) TO %s (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)"
            .formatted(sql, Sql.text(file.toString()));
    Path aside = scratch.resolve("export-" + exports.incrementAndGet());
    Sandbox sandbox = Sandbox.of(parts, aside, List.of(file));
    try (Database database = Database.open(sandbox, parts::plain)) {
      Views views = new Views(parts, database);
      views.create();
      ListAgain.ask(
          parts,
          () -> {
            datasets.forEach(views::refresh);
            database.run(copy, progress);
            return file;
          });
    } catch (ClientException e) {
      throw e.getMessage().contains(file.toString()) ? unwritable(file, e) : e;
    }
  }

  private static ClientException unwritable(Path file, ClientException failure) {
    return new ClientException(
        Fault.DATA, "cannot write " + file + ": " + failure.getMessage(), failure);
  }
}
