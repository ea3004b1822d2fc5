package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.format.CompleteFile;
import io.stocktrend.client.format.UnwritableFileException;
import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A question whose SQL is put together when it is asked. */
record SqlQuestion(Answers answers, Collection<Dataset> datasets, Supplier<String> sql)
    implements Question {
  // The semicolon, and a comment behind it, which cannot stand inside another statement.
  private static final Pattern END = Pattern.compile("(?:;|\\s|--[^\\n'\"]*)+\\z");

  @Override
  public Table table() {
    return answers.table(datasets, sql);
  }

  @Override
  public long count() {
    // The line break ends a comment at the end of the statement.
    String count = "SELECT count(*) AS n FROM (" + withoutEnd(sql.get()) + "\n)";
    return (Long) answers.table(datasets, () -> count).list().get(0).get("n");
  }

  @Override
  public void export(Path file, Format format, DoubleConsumer progress) {
    try {
      CompleteFile.write(file, draft -> write(draft, format, progress));
    } catch (UnwritableFileException e) {
      throw new ClientException(Fault.DATA, e.getMessage(), e);
    }
  }

  private void write(Path draft, Format format, DoubleConsumer progress) throws IOException {
    if (format == Format.PARQUET) {
      String statement = withoutEnd(sql.get());
      answers.parquet(statement).write(statement, datasets, draft, progress);
      return;
    }
    long total = progress == Progress.NOBODY ? 0 : count();
    try (Table table = table()) {
      TextExport.write(table, draft, format, part(total, progress));
    }
  }

  private static LongConsumer part(long total, DoubleConsumer progress) {
    return rows -> progress.accept(total == 0 ? 0 : (double) rows / total);
  }

  private static String withoutEnd(String statement) {
    return END.matcher(statement).replaceFirst("");
  }
}
