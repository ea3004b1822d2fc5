package io.stocktrend.assembly;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.apache.flume.source.AbstractEventDrivenSource;

/** A source that puts the same three events at every start: good, crossed, and noise. */
public final class PlantedSource extends AbstractEventDrivenSource {
  /** The symbol of the good event. */
  static final String GOOD = "KO";

  private static final Instant COLLECTED = Instant.parse("2024-06-12T21:00:00Z");

  @Override
  protected void doConfigure(Context context) {}

  @Override
  protected void doStart() {
    getChannelProcessor()
        .processEventBatch(List.of(quote(GOOD, 62.5), quote("PEP", 64.0), noise()));
  }

  @Override
  protected void doStop() {}

  private static Event noise() {
    return EventBuilder.withBody("noise", StandardCharsets.UTF_8);
  }

  /** A quote that is in order if its low is not above 63. */
  static Event quote(String symbol, double low) {
    return new EventCodec()
        .encode(
            Quote.newBuilder()
                .setRecordId(RecordId.of(symbol, COLLECTED))
                .setEventTime(COLLECTED)
                .setKnownAt(COLLECTED)
                .setCollectedAt(COLLECTED)
                .setProvider("yahoo")
                .setSymbol(symbol)
                .setLow(low)
                .setClose(63.0)
                .setHigh(63.25)
                .build());
  }
}
