package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import java.util.Collection;
import java.util.function.Supplier;

/** Asks the database, over the part files of that moment. */
final class Answers {
  private final Database database;
  private final Views views;
  private final Parts parts;
  private final StatementGuard guard;
  private final ParquetExport parquet;

  Answers(Database database, Parts parts, ParquetExport parquet) {
    this.database = database;
    this.parts = parts;
    this.parquet = parquet;
    this.views = new Views(parts, database);
    this.guard = new StatementGuard(database);
    views.create();
  }

  /** A question in SQL over the views of these datasets. */
  Question question(Collection<Dataset> datasets, Supplier<String> sql) {
    return new SqlQuestion(this, datasets, sql);
  }

  /** The answer to a statement that only reads. */
  Table table(Collection<Dataset> datasets, Supplier<String> sql) {
    guard.check(sql.get());
    return ListAgain.ask(
        parts,
        () -> {
          datasets.forEach(views::refresh);
          return database.query(sql.get()).begun();
        });
  }

  /** The Parquet file with the answer to such a statement. */
  ParquetExport parquet(String sql) {
    guard.check(sql);
    return parquet;
  }

  Parts parts() {
    return parts;
  }
}
