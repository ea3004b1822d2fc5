package io.stocktrend.interceptor;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Settings;
import io.stocktrend.record.UndecodableEventException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.interceptor.Interceptor;

/**
 * Leaves out, on purpose and counted, events by the symbol of their record. An event without a
 * symbol, or that cannot be read, goes on: to judge it is validation's part.
 */
public final class SymbolFilterInterceptor implements Interceptor {
  /** What becomes of the symbols that are listed. */
  private enum Mode {
    KEEP,
    DROP
  }

  private final Set<String> symbols;
  private final Mode mode;
  private final EventCodec codec = new EventCodec();
  private final InterceptorCounter counter;

  private SymbolFilterInterceptor(String component, Set<String> symbols, Mode mode) {
    this.symbols = symbols;
    this.mode = mode;
    this.counter = new InterceptorCounter(component);
  }

  @Override
  public void initialize() {
    counter.start();
  }

  /** The event, or null if it is left out. */
  @Override
  public synchronized Event intercept(Event event) {
    boolean passes =
        symbol(event).map(symbol -> symbols.contains(symbol) == (mode == Mode.KEEP)).orElse(true);
    counter.count(passes);
    return passes ? event : null;
  }

  @Override
  public List<Event> intercept(List<Event> events) {
    List<Event> left = new ArrayList<>(events);
    left.removeIf(event -> intercept(event) == null);
    return left;
  }

  @Override
  public void close() {
    counter.stop();
  }

  private Optional<String> symbol(Event event) {
    try {
      return new Facts(codec.decode(event)).text("symbol");
    } catch (UndecodableEventException e) {
      return Optional.empty();
    }
  }

  /** Makes the interceptor from the keys {@code component}, {@code symbols} and {@code mode}. */
  public static final class Builder implements Interceptor.Builder {
    private static final String DEFAULT_NAME = "symbolFilter";

    private String component;
    private Set<String> symbols;
    private Mode mode;

    @Override
    public void configure(Context context) {
      Settings settings = Settings.of("interceptor " + DEFAULT_NAME, context);
      component = settings.text("component", DEFAULT_NAME);
      mode = settings.choice("mode", Mode.KEEP);
      settings.text("symbols");
      symbols = SymbolSet.read(settings);
      settings.refuseUnknown();
    }

    @Override
    public Interceptor build() {
      return new SymbolFilterInterceptor(component, symbols, mode);
    }
  }
}
