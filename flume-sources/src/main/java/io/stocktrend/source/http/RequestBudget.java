package io.stocktrend.source.http;

import io.stocktrend.source.http.BudgetState.Block;
import io.stocktrend.source.http.BudgetState.Spent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one provider's limits: never more than allowed in any second, any minute and any day. The
 * spending is on disk before a request may be sent, so that neither a restart nor a second source
 * or agent with the same folder forgets it.
 */
public final class RequestBudget {
  private static final Logger LOG = LoggerFactory.getLogger(RequestBudget.class);

  // Requests travel at different speed: without it the last of one window and the first of the
  // next could meet within one window of the provider's clock.
  private static final Duration GUARD = Duration.ofMillis(50);
  private static final int COMPACT_ABOVE_CHARS = 64 * 1024;

  private final ProviderSettings settings;
  private final Timing timing;
  private final BudgetLog log;
  private final List<Window> windows;

  /** The budget that {@code stateDir/budget-PROVIDER.log} keeps. */
  public RequestBudget(ProviderSettings settings, Path stateDir, Timing timing) {
    this.settings = settings;
    this.timing = timing;
    this.log = new BudgetLog(stateDir.resolve("budget-" + settings.provider() + ".log"));
    this.windows = windows(settings);
  }

  /**
   * Waits until one more request fits and spends it.
   *
   * @throws ProviderException at once if the day is spent or the provider is blocked, or if the
   *     spending cannot be written down
   */
  public void admit() throws ProviderException, InterruptedException {
    Optional<Duration> wait = alone(this::spendOrWait);
    while (wait.isPresent()) {
      timing.sleeper().sleep(wait.get());
      wait = alone(this::spendOrWait);
    }
  }

  /** Lets nothing through before that time, a day from now at the latest, also after a restart. */
  public void block(FailureKind kind, Instant until)
      throws ProviderException, InterruptedException {
    Instant latest = now().plus(BudgetText.LONGEST_BLOCK);
    Block block = new Block(until.isAfter(latest) ? latest : until, kind);
    alone(
        () -> {
          read();
          log.append(BudgetText.blocked(block));
          return block;
        });
  }

  /** How many requests the day still has, if it has a limit. */
  public OptionalInt leftToday() throws ProviderException, InterruptedException {
    if (settings.requestsPerDay() == 0) {
      return OptionalInt.empty();
    }
    int spent = alone(() -> read().since(today()));
    return OptionalInt.of(Math.max(0, settings.requestsPerDay() - spent));
  }

  /** When the day's spending begins anew. */
  public Instant nextDay() {
    return midnight(1);
  }

  private Optional<Duration> spendOrWait() throws IOException, ProviderException {
    BudgetState state = read();
    Instant now = now();
    refuseBlocked(state, now);
    Optional<Instant> room =
        windows.stream()
            .flatMap(window -> state.roomAt(now, window).stream())
            .max(Instant::compareTo);
    if (room.isEmpty()) {
      log.append(BudgetText.spent(new Spent(now, 1)));
    }
    return room.map(at -> Duration.between(now, at));
  }

  private void refuseBlocked(BudgetState state, Instant now) throws ProviderException {
    Optional<Block> block = state.block().filter(b -> b.until().isAfter(now));
    if (block.isPresent()) {
      throw refusal(block.get().kind(), "not asked", block.get().until());
    }
    int day = settings.requestsPerDay();
    if (day > 0 && state.since(today()) >= day) {
      String spent = "all " + day + " requests of the day are spent, not asked";
      throw refusal(FailureKind.QUOTA, spent, nextDay());
    }
  }

  private ProviderException refusal(FailureKind kind, String what, Instant until) {
    return new ProviderException(
        settings.provider(), kind, what + " before " + until, Duration.between(now(), until));
  }

  /** What the log says, after it has been put in order where a crash or the clock harmed it. */
  private BudgetState read() throws IOException {
    Instant now = now();
    String lines = log.read();
    BudgetText text = BudgetText.parse(lines, now);
    BudgetState state = text.damaged() == 0 ? text.state() : withDamage(text, now);
    boolean isLong = lines.length() > COMPACT_ABOVE_CHARS;
    if (isLong || text.isTorn() || text.isAhead() || text.damaged() > 0) {
      state = state.compacted(now.minus(longestWindow()), today());
      log.replace(BudgetText.print(state));
    }
    return state;
  }

  private BudgetState withDamage(BudgetText text, Instant now) {
    boolean hasDay = settings.requestsPerDay() > 0;
    LOG.warn(
        "{} holds {} lines that cannot be read: {}",
        log.file(),
        text.damaged(),
        hasDay
            ? "the day counts as spent; delete the file to start it from zero"
            : "each counts as one request");
    int count = Math.max(text.damaged(), settings.requestsPerDay());
    List<Spent> spent =
        Stream.concat(text.state().spent().stream(), Stream.of(new Spent(now, count))).toList();
    return new BudgetState(spent, text.state().block());
  }

  private <T> T alone(BudgetLog.Step<T> step) throws ProviderException, InterruptedException {
    try {
      return log.alone(step);
    } catch (IOException e) {
      throw new ProviderException(
          settings.provider(),
          FailureKind.UNAVAILABLE,
          "not asked, because its spending cannot be kept: make " + log.file() + " writable",
          e);
    }
  }

  private Duration longestWindow() {
    return windows.stream().map(Window::length).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private Instant today() {
    return midnight(0);
  }

  private Instant midnight(int daysAhead) {
    LocalDate day = LocalDate.ofInstant(now(), settings.timeZone());
    return day.plusDays(daysAhead).atStartOfDay(settings.timeZone()).toInstant();
  }

  /** To the millisecond, as the log keeps it. */
  private Instant now() {
    return Instant.ofEpochMilli(timing.clock().millis());
  }

  private static List<Window> windows(ProviderSettings settings) {
    List<Window> windows = new ArrayList<>();
    double second = settings.requestsPerSecond();
    if (second >= 1) {
      windows.add(new Window((int) second, Duration.ofSeconds(1).plus(GUARD)));
    } else if (second > 0) {
      Duration length = Duration.ofMillis((long) Math.ceil(1000 / second));
      windows.add(new Window(1, length.plus(GUARD)));
    }
    if (settings.requestsPerMinute() > 0) {
      windows.add(new Window(settings.requestsPerMinute(), Duration.ofMinutes(1).plus(GUARD)));
    }
    return List.copyOf(windows);
  }
}
