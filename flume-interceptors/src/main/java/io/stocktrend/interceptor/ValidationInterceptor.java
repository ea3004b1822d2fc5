package io.stocktrend.interceptor;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.Settings;
import io.stocktrend.record.UndecodableEventException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.apache.flume.interceptor.Interceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks each event as passed or, with the reason, as refused, for Flume's multiplexing selector to
 * send it on: none is dropped, none is changed otherwise, and the same event put again is marked
 * the same way.
 */
public final class ValidationInterceptor implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(ValidationInterceptor.class);
  private static final int LONGEST_REASON = 1000;

  private final String component;
  private final List<Rule> rules;
  private final EventCodec codec = new EventCodec();
  private final InterceptorCounter counter;

  private ValidationInterceptor(String component, List<Rule> rules) {
    this.component = component;
    this.rules = rules;
    this.counter = new InterceptorCounter(component);
  }

  @Override
  public void initialize() {
    counter.start();
  }

  @Override
  public synchronized Event intercept(Event event) {
    String reason = reason(event);
    counter.count(reason.isEmpty());
    // A new event: the source may put its own again, and another component may hold it too.
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    if (reason.isEmpty()) {
      headers.put(EventHeaders.VALIDATION, EventHeaders.PASSED);
      headers.remove(EventHeaders.VALIDATION_REASON);
      headers.remove(EventHeaders.VALIDATION_COMPONENT);
    } else {
      headers.put(EventHeaders.VALIDATION, EventHeaders.REFUSED);
      headers.put(EventHeaders.VALIDATION_REASON, reason);
      headers.put(EventHeaders.VALIDATION_COMPONENT, component);
    }
    return EventBuilder.withBody(event.getBody(), headers);
  }

  @Override
  public List<Event> intercept(List<Event> events) {
    List<Event> marked = new ArrayList<>(events.size());
    events.forEach(event -> marked.add(intercept(event)));
    return marked;
  }

  @Override
  public void close() {
    counter.stop();
  }

  /** Why the event is refused; empty if it is not. */
  private String reason(Event event) {
    String reason;
    try {
      reason = String.join("; ", faults(new Facts(codec.decode(event))));
    } catch (UndecodableEventException e) {
      reason = e.getMessage();
    } catch (RuntimeException e) {
      // One event that cannot be judged must hold up neither the others nor the source.
      LOG.error("interceptor {} cannot judge an event and refuses it", component, e);
      reason = "it cannot be judged: " + e;
    }
    String line = reason.replaceAll("\\p{Cntrl}", "?");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
  }

  private List<String> faults(Facts facts) {
    List<String> faults = new ArrayList<>();
    rules.forEach(rule -> rule.check(facts, faults::add));
    return faults;
  }

  /** Makes the interceptor from the keys {@code component}, {@code clockError}, {@code symbols}. */
  public static final class Builder implements Interceptor.Builder {
    private static final String DEFAULT_NAME = "validation";
    private static final Duration DEFAULT_ERROR = Duration.ofMinutes(2);
    private static final Duration LARGEST_ERROR = Duration.ofHours(1);

    private final Clock clock;
    private String component;
    private List<Rule> rules;

    public Builder() {
      this(Clock.systemUTC());
    }

    Builder(Clock clock) {
      this.clock = clock;
    }

    @Override
    public void configure(Context context) {
      Settings settings = Settings.of("interceptor " + DEFAULT_NAME, context);
      component = settings.text("component", DEFAULT_NAME);
      Duration clockError =
          settings.duration("clockError", DEFAULT_ERROR, Duration.ZERO, LARGEST_ERROR);
      Set<String> universe = SymbolSet.read(settings);
      settings.refuseUnknown();
      rules = new ArrayList<>(List.of(new FigureRule(), new OrderRule()));
      rules.add(new TimeRule(clock, clockError));
      rules.add(new IdentityRule());
      if (!universe.isEmpty()) {
        rules.add(new SymbolRule(universe));
      }
    }

    @Override
    public Interceptor build() {
      return new ValidationInterceptor(component, List.copyOf(rules));
    }
  }
}
