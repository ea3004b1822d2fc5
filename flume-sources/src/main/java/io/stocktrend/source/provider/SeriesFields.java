package io.stocktrend.source.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the members of an observation; what is neither a value nor a word for none is refused. */
public final class SeriesFields {
  private final String provider;

  public SeriesFields(String provider) {
    this.provider = provider;
  }

  /** The number, or null where the provider says that it is missing. */
  public Double value(JsonNode node) throws ProviderException {
    Double value = Json.number(node);
    boolean saysSomething = !node.isNull() && !(node.isTextual() && Json.text(node) == null);
    if (value == null && saysSomething) {
      throw malformed("an observation whose value is no number");
    }
    return value;
  }

  /** The day of a text such as {@code 2014-04-30}. */
  public LocalDate date(JsonNode node) throws ProviderException {
    try {
      return LocalDate.parse(node.asText());
    } catch (DateTimeException e) {
      throw new ProviderException(
          provider, FailureKind.MALFORMED, "an observation whose date is no day", e);
    }
  }

  /**
   * The values that are valid now, oldest first. Of two that differ for one day nothing tells which
   * is valid, and both would be the same version of one fact.
   */
  public SeriesValues current(List<SeriesValue> values) throws ProviderException {
    Map<LocalDate, SeriesValue> byDay = new TreeMap<>();
    for (SeriesValue value : values) {
      SeriesValue other = byDay.putIfAbsent(value.date(), value);
      if (other != null && !other.equals(value)) {
        throw malformed("two values of " + value.date());
      }
    }
    return SeriesValues.current(List.copyOf(byDay.values()));
  }

  /** The refusal of an answer that holds such a thing. */
  public ProviderException malformed(String what) {
    return new ProviderException(provider, FailureKind.MALFORMED, what);
  }
}
