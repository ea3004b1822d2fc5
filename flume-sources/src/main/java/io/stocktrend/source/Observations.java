package io.stocktrend.source;

import io.stocktrend.record.Observation;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.provider.SeriesValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Makes records of what a provider says about an indicator. */
final class Observations {
  /** FRED's own word for a vintage that nothing has replaced yet. */
  private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private final List<String> relatedSymbols;

  /**
   * @param relatedSymbols the focus list
   */
  Observations(List<String> relatedSymbols) {
    this.relatedSymbols = List.copyOf(relatedSymbols);
  }

  /** The natural key of a value: {@code indicator|country|observation_date}. */
  static String key(Indicator indicator, SeriesValue value) {
    return indicator.key() + '|' + value.date();
  }

  /** The record of a value that was collected at that moment. */
  Observation of(Indicator indicator, String provider, SeriesValue value, Instant now) {
    Instant knownAt = knownAt(value.released(), now);
    return Observation.newBuilder()
        .setRecordId(RecordId.of(key(indicator, value), knownAt))
        .setEventTime(value.date().atStartOfDay().toInstant(ZoneOffset.UTC))
        .setKnownAt(knownAt)
        .setCollectedAt(now)
        .setProvider(provider)
        .setIndicator(indicator.name())
        .setSeriesId(indicator.series().get(provider))
        .setCountry(indicator.country())
        .setObservationDate(value.date())
        .setValue(value.value())
        .setUnit(indicator.unit().isEmpty() ? null : indicator.unit())
        .setFrequency(indicator.frequency().name())
        .setRealtimeStart(value.released())
        .setRealtimeEnd(value.released() == null ? null : OPEN)
        .setRelatedSymbols(relatedSymbols)
        .build();
  }

  /**
   * Of a release the day is known, not the hour: the end of the day is the first moment at which it
   * certainly was out. Without a release it is known since it was seen.
   */
  private static Instant knownAt(LocalDate released, Instant now) {
    if (released == null) {
      return now;
    }
    Instant endOfDay = released.atTime(LAST_SECOND).toInstant(ZoneOffset.UTC);
    return endOfDay.isBefore(now) ? endOfDay : now;
  }
}
