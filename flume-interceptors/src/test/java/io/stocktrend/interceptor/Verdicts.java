package io.stocktrend.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flume.Event;
import org.apache.flume.interceptor.Interceptor;

/** What validation without any setting says of a record. */
final class Verdicts {
  private final Interceptor validation = ValidationInterceptorTest.validation(Map.of());

  /** Why it is refused; null if it passes. */
  String reason(SpecificRecordBase record) {
    return reason(Records.event(record));
  }

  String reason(Event event) {
    return ValidationInterceptorTest.reason(validation.intercept(event));
  }

  void refused(String reason, SpecificRecordBase record) {
    assertEquals(reason, reason(record));
  }

  void passed(SpecificRecordBase record) {
    assertNull(reason(record));
  }
}
