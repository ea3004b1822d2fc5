package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Field;
import io.stocktrend.record.NearestName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * A question about one dataset: each call narrows it and returns it, the last one asks. Symbols,
 * the range and {@link #asOf} choose the rows of which the newest version of each fact is taken;
 * {@link #where} chooses among those. Rows come by {@code event_time}, then {@code record_id}. Not
 * safe for use by several threads.
 */
public final class DatasetQuery {
  private static final String SYMBOL = "symbol";
  private static final String RELATED_SYMBOLS = "related_symbols";

  private final Dataset dataset;
  private final BiFunction<Dataset, String, Table> ask;
  private final List<String> conditions = new ArrayList<>(List.of("true"));
  private Instant from;
  private Instant to;
  private String where = "true";
  private List<String> columns;
  private String limit = "";
  private boolean allVersions;

  DatasetQuery(Dataset dataset, BiFunction<Dataset, String, Table> ask) {
    this.dataset = dataset;
    this.ask = ask;
    this.columns = names();
  }

  /** Rows of these symbols, or, in datasets without symbols, rows related to one of them. */
  public DatasetQuery symbols(String... symbols) {
    return symbols(List.of(symbols));
  }

  /** The same for a collection. */
  public DatasetQuery symbols(Collection<String> symbols) {
    conditions.add(names().contains(SYMBOL) ? isOneOf(symbols) : relatesTo(symbols));
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

  /** The answer as it comes, with its columns. */
  public Table table() {
    String wanted = columns.stream().map(Sql::name).collect(Collectors.joining(", "));
    String order =
        " ORDER BY %s, %s"
            .formatted(Sql.name(Field.EVENT_TIME.id()), Sql.name(Field.RECORD_ID.id()));
    return ask.apply(dataset, "SELECT " + wanted + rows() + order + limit);
  }

  /** The rows as they come; close the stream if it is not read to its end. */
  public Stream<Row> stream() {
    return table().stream();
  }

  /** All rows. */
  public List<Row> list() {
    return table().list();
  }

  /** How many rows there are, the limit included. */
  public long count() {
    String sql = "SELECT count(*) AS n FROM (SELECT 1" + rows() + limit + ")";
    return (Long) ask.apply(dataset, sql).list().get(0).get("n");
  }

  private String rows() {
    if (from != null && to != null && from.isAfter(to)) {
      throw new ClientException(Fault.REQUEST, "from " + from + " is after to " + to);
    }
    String versions = allVersions ? ViewSql.oncePerRecord(dataset) : ViewSql.newestPerFact(dataset);
    // The line breaks end a comment in the caller's condition.
    return " FROM (SELECT * FROM %s WHERE %s %s) WHERE (\n%s\n)"
        .formatted(ViewSql.partsName(dataset), String.join(" AND ", conditions), versions, where);
  }

  // IN, unlike list_contains, lets DuckDB leave out row groups by their statistics.
  private static String isOneOf(Collection<String> symbols) {
    String wanted = symbols.stream().map(Sql::text).collect(Collectors.joining(", "));
    return wanted.isEmpty() ? "false" : Sql.name(SYMBOL) + " IN (" + wanted + ")";
  }

  private static String relatesTo(Collection<String> symbols) {
    return "list_has_any(%s, CAST(%s AS VARCHAR[]))"
        .formatted(Sql.name(RELATED_SYMBOLS), Sql.list(symbols));
  }

  private List<String> names() {
    return dataset.schema().getFields().stream().map(Schema.Field::name).toList();
  }
}
