package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Field;
import io.stocktrend.record.NearestName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * A question about one dataset: each call narrows it and returns it, the last one asks. Symbols,
 * the range and {@link #asOf} choose the rows of which the newest version of each fact is taken;
 * {@link #where} chooses among those. Rows come by {@code event_time}, then {@code record_id}. Not
 * safe for use by several threads.
 */
public final class DatasetQuery implements Question {
  private final Dataset dataset;
  private final Answers answers;
  private final List<String> conditions = new ArrayList<>(List.of("true"));
  private Instant from;
  private Instant to;
  private String where = "true";
  private List<String> columns;
  private String limit = "";
  private boolean allVersions;
  private String read = "*";

  DatasetQuery(Dataset dataset, Answers answers) {
    this.dataset = dataset;
    this.answers = answers;
    this.columns = names();
  }

  /** Rows of these symbols, or, in datasets without symbols, rows related to one of them. */
  public DatasetQuery symbols(String... symbols) {
    return symbols(List.of(symbols));
  }

  /** The same for a collection. */
  public DatasetQuery symbols(Collection<String> symbols) {
    conditions.add(Symbols.oneOf(dataset, symbols));
    return this;
  }

  /** Rows with an {@code event_time} at or after that time. */
  public DatasetQuery from(Instant time) {
    from = time;
    conditions.add(Sql.name(Field.EVENT_TIME.id()) + " >= " + Sql.time(time));
    return this;
  }

  /** Rows with an {@code event_time} before that time. */
  public DatasetQuery to(Instant time) {
    to = time;
    conditions.add(Sql.name(Field.EVENT_TIME.id()) + " < " + Sql.time(time));
    return this;
  }

  /** Only what could be known at that time: rows with {@code known_at} at or before it. */
  public DatasetQuery asOf(Instant time) {
    conditions.add(Sql.name(Field.KNOWN_AT.id()) + " <= " + Sql.time(time));
    return this;
  }

  /** Rows for which an SQL condition over the columns holds, e.g. {@code close > open}. */
  public DatasetQuery where(String condition) {
    where = condition;
    return this;
  }

  /**
   * Prices adjusted for splits and dividends, as of the time that is asked for: open, high, low and
   * close of each bar times the adj_close / close of that version of it; null where it has none.
   *
   * @throws ClientException if the dataset is not stock_movements
   */
  public DatasetQuery adjusted() {
    read = Adjustment.of(dataset);
    return this;
  }

  /** These columns in this order; all columns in the order of the schema without this call. */
  public DatasetQuery columns(String... names) {
    return columns(List.of(names));
  }

  /**
   * The same for a list.
   *
   * @throws ClientException if the dataset has no such column
   */
  public DatasetQuery columns(List<String> wanted) {
    for (String name : wanted) {
      if (!names().contains(name)) {
        throw new ClientException(
            Fault.REQUEST,
            "%s has no column '%s': %s"
                .formatted(dataset.id(), name, NearestName.hint(name, names())));
      }
    }
    columns = List.copyOf(wanted);
    return this;
  }

  /**
   * At most that many rows.
   *
   * @throws ClientException if the number is negative
   */
  public DatasetQuery limit(long rows) {
    if (rows < 0) {
      throw new ClientException(Fault.REQUEST, "limit is " + rows + ": it must be 0 or more");
    }
    limit = " LIMIT " + rows;
    return this;
  }

  /** Every version of each fact instead of the newest one. */
  public DatasetQuery allVersions() {
    allVersions = true;
    return this;
  }

  @Override
  public Table table() {
    return question(this::sql).table();
  }

  /**
   * The rows as records, e.g. of {@code io.stocktrend.client.model}; only the columns of the
   * record's components are read.
   */
  @Override
  public <T extends Record> Stream<T> stream(Class<T> type) {
    return columns(RecordReader.columns(type)).asRecords(type);
  }

  private <T extends Record> Stream<T> asRecords(Class<T> type) {
    return Question.super.stream(type);
  }

  @Override
  public long count() {
    return question(() -> "SELECT 1" + rows() + limit).count();
  }

  @Override
  public void export(Path file, Format format, DoubleConsumer progress) {
    question(this::sql).export(file, format, progress);
  }

  private Question question(Supplier<String> sql) {
    return answers.question(List.of(dataset), sql);
  }

  private String sql() {
    String wanted = columns.stream().map(Sql::name).collect(Collectors.joining(", "));
    String order =
        " ORDER BY %s, %s"
            .formatted(Sql.name(Field.EVENT_TIME.id()), Sql.name(Field.RECORD_ID.id()));
    return "SELECT " + wanted + rows() + order + limit;
  }

  private String rows() {
    if (from != null && to != null && from.isAfter(to)) {
      throw new ClientException(Fault.REQUEST, "from " + from + " is after to " + to);
    }
    String versions = allVersions ? ViewSql.oncePerRecord(dataset) : ViewSql.newestPerFact(dataset);
    // The line breaks end a comment in the caller's condition.
    return " FROM (SELECT %s FROM %s WHERE %s %s) WHERE (\n%s\n)"
        .formatted(
            read, ViewSql.partsName(dataset), String.join(" AND ", conditions), versions, where);
  }

  private List<String> names() {
    return dataset.schema().getFields().stream().map(Schema.Field::name).toList();
  }
}
