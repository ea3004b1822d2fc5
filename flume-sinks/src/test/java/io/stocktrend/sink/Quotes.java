package io.stocktrend.sink;

import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Field;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import io.stocktrend.record.UndecodableEventException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flume.Event;

/** Events of made-up quotes, numbered: the same number and time is the same record. */
public final class Quotes {
  public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private Quotes() {}

  public static Event event(int number) {
    return event(number, NOON);
  }

  public static Event event(int number, Instant collectedAt) {
    String symbol = symbol(number);
    return new EventCodec()
        .encode(
            Quote.newBuilder()
                .setRecordId(RecordId.of(symbol, collectedAt))
                .setEventTime(collectedAt.minusSeconds(5))
                .setKnownAt(collectedAt)
                .setCollectedAt(collectedAt)
                .setProvider("yahoo")
                .setSymbol(symbol)
                .setCurrency("USD")
                .setClose(100 + number / 7.0)
                .setVolume(1000L * number)
                .build());
  }

  /** An event whose record has a blank {@code record_id}. */
  static Event withoutId(int number) throws UndecodableEventException {
    EventCodec codec = new EventCodec();
    Event event = event(number);
    DatasetRecord record = codec.decode(event);
    record.values().put(Field.RECORD_ID.id(), " ");
    codec.update(event, record);
    return event;
  }

  /** Events with the numbers from the first, inclusively, to the last, exclusively. */
  public static List<Event> events(int from, int to) {
    List<Event> events = new ArrayList<>();
    for (int number = from; number < to; number++) {
      events.add(event(number));
    }
    return events;
  }

  public static String symbol(int number) {
    return "S" + number;
  }

  /** The symbols of the numbers from the first, inclusively, to the last, exclusively. */
  public static List<String> symbols(int from, int to) {
    List<String> symbols = new ArrayList<>();
    for (int number = from; number < to; number++) {
      symbols.add(symbol(number));
    }
    return symbols;
  }
}
