package io.stocktrend.sink.mongodb;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Field;
import io.stocktrend.sink.copy.StoreReader;
import io.stocktrend.sink.copy.StoreRow;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.bson.Document;

/** Reads the collections that the MongoDB sink writes. */
@SuppressWarnings("JavaUtilDate") // The driver's type of a time.
final class MongoReader implements StoreReader {
  private static final String TIME = Field.COLLECTED_AT.id();
  private static final long DAY_MILLIS = 86_400_000L;

  private final ServerConnection server;
  private final String database;

  MongoReader(ServerConnection server, String database) {
    this.server = server;
    this.database = database;
  }

  @Override
  public SortedSet<LocalDate> days(Dataset dataset) throws IOException {
    return server.call(
        client -> {
          Document first = collection(client, dataset).find().sort(Sorts.ascending(TIME)).first();
          Document last = collection(client, dataset).find().sort(Sorts.descending(TIME)).first();
          TreeSet<LocalDate> days = new TreeSet<>();
          if (first != null && last != null) {
            day(first).datesUntil(day(last).plusDays(1)).forEach(days::add);
          }
          return days;
        });
  }

  private static LocalDate day(Document document) {
    return document.getDate(TIME).toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Override
  public void read(Dataset dataset, LocalDate day, Consumer<StoreRow> rows) throws IOException {
    server.call(
        client -> {
          FindIterable<Document> found =
              collection(client, dataset)
                  .find(
                      Filters.and(
                          Filters.gte(TIME, start(day)), Filters.lt(TIME, start(day.plusDays(1)))));
          found.forEach(document -> rows.accept(row(dataset, document)));
          return day;
        });
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public Map<String, Long> collectedAt(Dataset dataset, Collection<String> ids) throws IOException {
    Map<String, Long> times = new HashMap<>();
    if (ids.isEmpty()) {
      return times;
    }
    return server.call(
        client -> {
          collection(client, dataset)
              .find(Filters.in(DocumentEncoder.ID, ids))
              .projection(Projections.include(TIME, DocumentEncoder.MICROS))
              .forEach(found -> times.put(found.getString("_id"), micros(found, TIME)));
          return times;
        });
  }

  private MongoCollection<Document> collection(MongoClient client, Dataset dataset) {
    return client.getDatabase(database).getCollection(dataset.id());
  }

  private static StoreRow row(Dataset dataset, Document document) {
    List<Object> values = new ArrayList<>();
    for (Schema.Field field : dataset.schema().getFields()) {
      boolean id = field.pos() == Field.RECORD_ID.position();
      values.add(value(document, id ? DocumentEncoder.ID : field.name(), field.schema()));
    }
    return new StoreRow(document.get("_id").toString(), micros(document, TIME), values);
  }

  private static Object value(Document document, String name, Schema schema) {
    Object value = document.get(name);
    if (value instanceof Date date) {
      return ValueWriter.isTime(schema)
          ? (Object) micros(document, name)
          : (Object) Math.floorDiv(date.getTime(), DAY_MILLIS);
    }
    if (value instanceof Document map) {
      Map<String, Object> plain = new TreeMap<>();
      map.forEach((key, item) -> plain.put(MapKeys.unescape(key), item));
      return plain;
    }
    return value;
  }

  private static long micros(Document document, String name) {
    Instant time = document.getDate(name).toInstant();
    Document micros = document.get(DocumentEncoder.MICROS, new Document());
    return time.toEpochMilli() * 1000 + micros.getInteger(name, 0);
  }

  @Override
  public void close() {
    server.close();
  }
}
