package io.stocktrend.interceptor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.Quote;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.event.EventBuilder;
import org.apache.flume.event.SimpleEvent;
import org.apache.flume.interceptor.Interceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationInterceptorTest {
  private final Interceptor validation = validation(Map.of());

  static Interceptor validation(Map<String, String> settings) {
    return validation(settings, Records.CLOCK);
  }

  static Interceptor validation(Map<String, String> settings, Clock clock) {
    ValidationInterceptor.Builder builder = new ValidationInterceptor.Builder(clock);
    builder.configure(new Context(settings));
    return builder.build();
  }

  static String reason(Event marked) {
    return marked.getHeaders().get(EventHeaders.VALIDATION_REASON);
  }

  private static Event bad() {
    return Records.event(Records.quote("AAPL").setLow(-99.75).build());
  }

  @Test
  void aGoodEventIsMarkedAsPassedAndIsOtherwiseTheSame() {
    Event event = Records.event(Records.quote("AAPL").build());
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    Event marked = validation.intercept(event);
    headers.put("validation", "passed");
    assertEquals(headers, marked.getHeaders());
    assertArrayEquals(event.getBody(), marked.getBody());
  }

  @Test
  void aBadEventIsMarkedWithItsReasonAndIsOtherwiseTheSame() {
    Event event = bad();
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    Event marked = validation(Map.of("component", "quotes-validation")).intercept(event);
    headers.put("validation", "refused");
    headers.put("validation.reason", "low is -99.75, but a price must be above 0");
    headers.put("validation.component", "quotes-validation");
    assertEquals(headers, marked.getHeaders());
    assertArrayEquals(event.getBody(), marked.getBody());
  }

  @Test
  void theSameListPutAgainIsMarkedTheSameWay() {
    Event good = Records.event(Records.quote("MSFT").build());
    List<Event> first = validation.intercept(List.of(bad(), good));
    Clock later = Clock.offset(Records.CLOCK, Duration.ofDays(3));
    List<Event> again = validation(Map.of(), later).intercept(first);
    assertEquals(2, again.size());
    for (int i = 0; i < 2; i++) {
      assertEquals(first.get(i).getHeaders(), again.get(i).getHeaders());
      assertArrayEquals(first.get(i).getBody(), again.get(i).getBody());
    }
  }

  @Test
  void anOldRefusalOfWhatIsGoodNowIsTakenBack() {
    Event event = Records.event(Records.quote("MSFT").build());
    event.getHeaders().put(EventHeaders.VALIDATION, EventHeaders.REFUSED);
    event.getHeaders().put(EventHeaders.VALIDATION_REASON, "a rule of long ago");
    event.getHeaders().put(EventHeaders.VALIDATION_COMPONENT, "old");
    Map<String, String> headers = validation.intercept(event).getHeaders();
    assertEquals("passed", headers.get("validation"));
    assertEquals(6 - 1, headers.size(), headers.toString());
  }

  @Test
  void whatCannotBeReadIsRefusedAndNeverThrown() {
    Event noise = EventBuilder.withBody("noise", StandardCharsets.UTF_8);
    assertEquals("the event has no header dataset", reason(validation.intercept(noise)));

    Event strange = Records.event(Records.quote("AAPL").build());
    strange.getHeaders().put(EventHeaders.SCHEMA_FINGERPRINT, "0123456789abcdef");
    assertEquals(
        "no bundled schema has the fingerprint '0123456789abcdef'",
        reason(validation.intercept(strange)));

    Event torn = Records.event(Records.quote("AAPL").build());
    torn.setBody(new byte[] {4, 'A'});
    assertTrue(reason(validation.intercept(torn)).startsWith("the body is not Avro binary of"));

    Event foreign = Records.event(Records.quote("AAPL").build());
    foreign.getHeaders().put(EventHeaders.DATASET, Dataset.NEWS_DATA.id());
    assertTrue(reason(validation.intercept(foreign)).startsWith("the body is not Avro binary of"));
  }

  @Test
  void anEventThatBreaksTheRulesThemselvesIsRefusedAndNeverThrown() {
    Event broken = new BodilessEvent();
    broken.setHeaders(Records.event(Records.quote("AAPL").build()).getHeaders());
    String reason = reason(validation.intercept(broken));
    assertTrue(reason.startsWith("it cannot be judged: java.lang.NullPointer"), reason);
  }

  private static final class BodilessEvent extends SimpleEvent {
    @Override
    public byte[] getBody() {
      return null;
    }
  }

  @Test
  void headersThatNobodyMayChangeAreNoObstacle() {
    Event event = bad();
    event.setHeaders(Map.copyOf(event.getHeaders()));
    assertEquals("refused", validation.intercept(event).getHeaders().get("validation"));
  }

  @Test
  void aReasonIsOneLineOfBoundedLength() {
    Event event = EventBuilder.withBody("x", StandardCharsets.UTF_8);
    event.getHeaders().put(EventHeaders.DATASET, "two\nlines" + "!".repeat(5000));
    event.getHeaders().put(EventHeaders.SCHEMA_FINGERPRINT, "0");
    String reason = reason(validation.intercept(event));
    assertTrue(reason.startsWith("the header dataset is 'two?lines!!!"), reason);
    assertEquals(1001, reason.length());
  }

  @Test
  void symbolsOutsideTheUniverseAreRefusedAndMarketNewsIsNot() {
    Interceptor strict = validation(Map.of("symbols", "aapl, MSFT"));
    assertEquals(
        "symbol TSLA is not of the configured universe",
        reason(strict.intercept(Records.event(Records.quote("TSLA").build()))));
    assertEquals(null, reason(strict.intercept(Records.event(Records.quote("AAPL").build()))));
    Event market = Records.event(Records.article("").setSymbol(null).build());
    assertEquals(null, reason(strict.intercept(market)));
    assertEquals(null, reason(strict.intercept(Records.event(Records.observation().build()))));
  }

  @Test
  void passedAndRefusedEventsAreCounted() throws Exception {
    Interceptor counted = validation(Map.of("component", "counted"));
    counted.initialize();
    counted.intercept(
        List.of(bad(), Records.event(Records.quote("A").build()), Records.event(quoteB())));
    ObjectName name = new ObjectName("org.apache.flume.interceptor:type=counted");
    var server = ManagementFactory.getPlatformMBeanServer();
    assertEquals(2L, server.getAttribute(name, "EventPassedCount"));
    assertEquals(1L, server.getAttribute(name, "EventRefusedCount"));
    counted.close();
  }

  private static Quote quoteB() {
    return Records.quote("B").build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clockErorr|1m|interceptor validation: the key clockErorr is unknown: did you mean"
            + " 'clockError'?",
        "clockError|2h|interceptor validation: clockError = '2h' is not allowed: give a duration"
            + " such as 500ms, 5s or 2m, from 0ms to 1h",
        "symbols|A/B|interceptor validation: symbols = 'A/B' is not allowed: give ticker symbols"
            + " such as AAPL or BRK.B"
      })
  void aWrongKeyOrValueIsRefused(String key, String value, String message) {
    assertEquals(
        message,
        assertThrows(ConfigurationException.class, () -> validation(Map.of(key, value)))
            .getMessage());
  }
}
