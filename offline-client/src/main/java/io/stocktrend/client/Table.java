package io.stocktrend.client;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An answer: its columns, and its rows as they come. The rows can be read once; reading to the end
 * closes the answer. Not safe for use by several threads.
 */
public final class Table implements AutoCloseable {
  private final Connection connection;
  private final ResultSet result;
  private final Function<SQLException, ClientException> failure;
  private final List<Column> columns;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Rows rows = new Rows();

  Table(Connection connection, ResultSet result, Function<SQLException, ClientException> failure)
      throws SQLException {
    this.connection = connection;
    this.result = result;
    this.failure = failure;
    this.columns = columns(result.getMetaData());
    for (int i = 0; i < columns.size(); i++) {
      positions.putIfAbsent(columns.get(i).name(), i);
    }
  }

  /** The columns in order. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * The rows as they come; closing the stream closes this answer.
   *
   * @throws ClientException while it is read, if the data cannot be read
   */
  public Stream<Row> stream() {
    Spliterator<Row> each =
        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(each, false).onClose(this::close);
  }

  /** This answer once its first row is there, for which most questions read every file. */
  Table begun() {
    rows.begin();
    return this;
  }

  /** All rows; closes this answer. */
  public List<Row> list() {
    try (Stream<Row> rows = stream()) {
      return rows.toList();
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure.apply(e);
    }
  }

  private static List<Column> columns(ResultSetMetaData metaData) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      columns.add(new Column(metaData.getColumnName(i), metaData.getColumnTypeName(i)));
    }
    return List.copyOf(columns);
  }

  private Row read() throws SQLException {
    List<Object> values = new ArrayList<>(columns.size());
    for (int i = 1; i <= columns.size(); i++) {
      values.add(Values.plain(result.getObject(i)));
    }
    return new Row(positions, Collections.unmodifiableList(values));
  }

  private final class Rows implements Iterator<Row> {
    private Row next;
    private boolean ended;

    @Override
    public boolean hasNext() {
      begin();
      return next != null;
    }

    private void begin() {
      if (next == null && !ended) {
        advance();
      }
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row row = next;
      next = null;
      return row;
    }

    private void advance() {
      try {
        if (result.next()) {
          next = read();
        } else {
          ended = true;
          close();
        }
      } catch (SQLException e) {
        ended = true;
        close();
        throw failure.apply(e);
      }
    }
  }
}
