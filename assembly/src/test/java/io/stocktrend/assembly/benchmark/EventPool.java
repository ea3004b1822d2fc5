package io.stocktrend.assembly.benchmark;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import io.stocktrend.record.UndecodableEventException;
import io.stocktrend.sink.file.PartFormat;
import io.stocktrend.sink.file.PartWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.apache.parquet.io.LocalOutputFile;

/**
 * Full quotes, encoded and decoded, that every contestant writes in the same order again and again.
 * More than a batch, because a batch stores equal identities once.
 */
final class EventPool {
  private static final int USUAL_SIZE = 12_000;
  private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

  private final List<Event> events;
  private final List<GenericRecord> records = new ArrayList<>();

  private EventPool(List<Event> events) {
    this.events = events;
  }

  EventPool() throws UndecodableEventException {
    this(USUAL_SIZE);
  }

  EventPool(int size) throws UndecodableEventException {
    this(new ArrayList<>(size));
    EventCodec codec = new EventCodec();
    for (int i = 0; i < size; i++) {
      Event event = codec.encode(quote(i));
      events.add(event);
      records.add(codec.decode(event).values());
    }
  }

  /** A pool of the same events, whose bodies are the lines that a text format makes of them. */
  EventPool lines(PartFormat format) throws IOException {
    Path folder = Files.createTempDirectory("lines");
    Path file = folder.resolve("lines" + format.extension());
    try (PartWriter writer = format.open(new LocalOutputFile(file), Dataset.FINANCIAL_DATA)) {
      for (GenericRecord one : records) {
        writer.write(one);
      }
    }
    String[] lines = Files.readString(file).split("\n", -1);
    Files.delete(file);
    Files.delete(folder);
    List<Event> withLines = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      byte[] body = lines[lines.length - 1 - events.size() + i].getBytes(StandardCharsets.UTF_8);
      withLines.add(EventBuilder.withBody(body, events.get(i).getHeaders()));
    }
    return new EventPool(withLines);
  }

  /** The event of that number, an object of its own as a source makes it. */
  Event event(int number) {
    Event event = events.get(number % events.size());
    return EventBuilder.withBody(event.getBody(), event.getHeaders());
  }

  GenericRecord record(int number) {
    return records.get(number % records.size());
  }

  private static Quote quote(int number) {
    Instant collected = START.plusNanos(number * 1_000_000L);
    double price = 20 + number * 7919 % 40_000 / 100.0;
    String symbol = "S" + number % 503;
    return Quote.newBuilder()
        .setRecordId(RecordId.of(symbol, collected))
        .setEventTime(collected.minusSeconds(3))
        .setKnownAt(collected)
        .setCollectedAt(collected)
        .setProvider("yahoo")
        .setSymbol(symbol)
        .setCurrency("USD")
        .setExchange("NasdaqGS")
        .setMarketState("REGULAR")
        .setOpen(price * 0.99)
        .setHigh(price * 1.02)
        .setLow(price * 0.98)
        .setClose(price)
        .setPreviousClose(price * 1.001)
        .setVolume(1_000_000L + number * 31L)
        .setMarketCap((long) (price * 1e9))
        .setPeRatio(price / 5)
        .setForwardPe(price / 6)
        .setEps(5.0)
        .setDividendRate(1.0)
        .setDividendYield(1 / price)
        .setFiftyTwoWeekHigh(price * 1.4)
        .setFiftyTwoWeekLow(price * 0.6)
        .build();
  }
}
