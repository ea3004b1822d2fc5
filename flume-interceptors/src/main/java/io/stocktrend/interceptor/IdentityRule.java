package io.stocktrend.interceptor;

import io.stocktrend.record.Field;
import io.stocktrend.record.RecordId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;

/** The identity is made of the record's own natural key and {@code known_at}. */
final class IdentityRule implements Rule {
  @Override
  public void check(Facts facts, Consumer<String> faults) {
    String key;
    try {
      key = RecordId.naturalKey(facts.recordId());
    } catch (IllegalArgumentException e) {
      faults.accept(e.getMessage());
      return;
    }
    Instant knownAt = facts.time(Field.KNOWN_AT);
    if (!RecordId.of(key, knownAt).equals(facts.recordId())) {
      faults.accept("record_id " + facts.recordId() + " does not end with known_at " + knownAt);
    }
    if (!isOwn(key, facts)) {
      faults.accept("record_id " + facts.recordId() + " is not that of the record's columns");
    }
  }

  private static boolean isOwn(String key, Facts facts) {
    return switch (facts.dataset()) {
      case FINANCIAL_DATA -> key.equals(text(facts, "symbol"));
      case STOCK_MOVEMENTS -> isOfBar(key, facts);
      // How a hash or an address stands in the key is the source's.
      case NEWS_DATA ->
          facts.text("symbol").map(symbol -> key.startsWith(symbol + "|")).orElse(true);
      case MACROECONOMIC_DATA ->
          key.equals(
              text(facts, "indicator")
                  + "|"
                  + text(facts, "country")
                  + "|"
                  + facts.day("observation_date").orElseThrow());
      case POLICY_DATA ->
          key.startsWith(text(facts, "kind") + "|")
              && facts.day("starts_on").map(day -> key.endsWith("|" + day)).orElse(true);
    };
  }

  private static boolean isOfBar(String key, Facts facts) {
    String bar = text(facts, "symbol") + "|" + text(facts, "interval") + "|";
    Instant eventTime = facts.time(Field.EVENT_TIME);
    return key.startsWith(bar)
        && instant(key.substring(bar.length())).filter(eventTime::equals).isPresent();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String text(Facts facts, String column) {
    return facts.text(column).orElseThrow();
  }
}
