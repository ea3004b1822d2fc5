package io.stocktrend.source.http;

import io.stocktrend.source.http.BudgetState.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Keeps one provider's limits: never more than allowed in any second, any minute and any 24 hours,
 * wherever they begin. The spending is on disk before a request may be sent, so that neither a
 * restart nor a second source or agent with the same folder forgets it.
 */
public final class RequestBudget {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ProviderSettings settings;
  private final Timing timing;
  private final BudgetLog log;
  private final BudgetLedger ledger;
  private final List<Window> windows;
  private final Optional<Window> day;

  /** The budget that {@code stateDir/budget-PROVIDER.log} keeps. */
  public RequestBudget(ProviderSettings settings, Path stateDir, Timing timing) {
    this.settings = settings;
    this.timing = timing;
    this.log = new BudgetLog(stateDir.resolve("budget-" + settings.provider() + ".log"));
    this.windows = Window.of(settings);
    this.day = Window.day(settings);
    this.ledger = new BudgetLedger(log, Window.longest(windows), day);
  }

  /**
   * Waits until one more request fits and spends it.
   *
   * @throws ProviderException at once if the day is spent for longer than two minutes or the
   *     provider is blocked, or if the spending cannot be written down
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
          ledger.block(block);
          return block;
        });
  }

  /** How many requests the last 24 hours leave, if a day has a limit. */
  OptionalInt leftToday() throws ProviderException, InterruptedException {
    if (day.isEmpty()) {
      return OptionalInt.empty();
    }
    Instant from = now().minus(day.get().length());
    int spent = alone(() -> read().after(from));
    return OptionalInt.of(Math.max(0, day.get().limit() - spent));
  }

  /** The provider's next midnight. */
  public Instant nextDay() {
    LocalDate today = LocalDate.ofInstant(now(), settings.timeZone());
    return today.plusDays(1).atStartOfDay(settings.timeZone()).toInstant();
  }

  private Optional<Duration> spendOrWait() throws IOException, ProviderException {
    BudgetState state = read();
    Instant now = now();
    refuseBlocked(state, now);
    refuseSpentDay(state, now);
    Optional<Instant> room =
        Stream.concat(windows.stream(), day.stream())
            .flatMap(window -> state.roomAt(now, window).stream())
            .max(Instant::compareTo);
    if (room.isEmpty()) {
      ledger.spend(now);
    }
    return room.map(at -> Duration.between(now, at));
  }

  private void refuseBlocked(BudgetState state, Instant now) throws ProviderException {
    Optional<Block> block = state.block().filter(b -> b.until().isAfter(now));
    if (block.isPresent()) {
      throw refusal(block.get().kind(), "not asked", now, block.get().until());
    }
  }

  private void refuseSpentDay(BudgetState state, Instant now) throws ProviderException {
    Optional<Instant> room = day.flatMap(window -> state.roomAt(now, window));
    if (room.isPresent() && room.get().isAfter(now.plus(PATIENCE))) {
      String spent =
          "all " + settings.requestsPerDay() + " requests of 24 hours are spent, not asked";
      throw refusal(FailureKind.QUOTA, spent, now, room.get());
    }
  }

  private ProviderException refusal(FailureKind kind, String what, Instant now, Instant until) {
    return new ProviderException(
        settings.provider(), kind, what + " before " + until, Duration.between(now, until));
  }

  private BudgetState read() throws IOException {
    return ledger.read(now());
  }

  private <T> T alone(BudgetLog.Step<T> step) throws ProviderException, InterruptedException {
    try {
      return log.alone(step);
    } catch (IOException e) {
      throw new ProviderException(
          settings.provider(),
          FailureKind.UNAVAILABLE,
          "not asked, because its spending cannot be kept: make "
              + log.file()
              + " writable, or free some space ("
              + e
              + ")",
          e);
    }
  }

  /** To the millisecond, as the log keeps it. */
  private Instant now() {
    return Instant.ofEpochMilli(timing.clock().millis());
  }
}
