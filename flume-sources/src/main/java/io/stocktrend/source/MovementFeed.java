package io.stocktrend.source;

import io.stocktrend.record.Dataset;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.BarProvider;
import io.stocktrend.source.provider.BarRequest;
import io.stocktrend.source.provider.OpenProviders;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bars of many symbols, several asked for at a time, with fail-over by symbol. A round that was cut
 * off goes on, also after a restart, with the symbols that it had not done with.
 */
final class MovementFeed implements Feed {
  /** So many symbols' progress at the most is lost in a crash. */
  private static final int SYMBOLS_TO_FLUSH = 20;

  private final OpenProviders<BarProvider> providers;
  private final BarLedger ledger;
  private final Plan plan;
  private final Clock clock;
  private final Set<String> unanswered = new LinkedHashSet<>();
  private final RoundFailures failures = new RoundFailures("bars");
  private boolean isBegun;
  private int unflushed;

  /**
   * What is collected and when.
   *
   * @param concurrency requests under way at once
   */
  record Plan(Universe universe, Schedule schedule, int concurrency) {}

  MovementFeed(OpenProviders<BarProvider> providers, BarLedger ledger, Plan plan, Clock clock) {
    this.providers = providers;
    this.ledger = ledger;
    this.plan = plan;
    this.clock = clock;
  }

  @Override
  public void begin() {
    unanswered.clear();
    unanswered.addAll(plan.universe.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    failures.begin();
    isBegun = true;
  }

  @Override
  public Progress poll(Emitter emitter) throws IOException, InterruptedException {
    failures.beginAttempt();
    if (isBegun) {
      unanswered.removeIf(symbol -> isDone(symbol, emitter));
      isBegun = false;
    }
    BarDesk desk = new BarDesk(providers.byName());
    Unasked unasked = new Unasked();
    Instant now = clock.instant();
    List<BarDesk.Question> questions =
        unanswered.stream().map(symbol -> question(symbol, emitter, now)).toList();
    Parallel.ask(
        questions,
        plan.concurrency,
        desk::ask,
        (question, answer) -> take(question, answer, unasked, emitter));
    if (!unasked.symbols.isEmpty()) {
      settle(unasked);
    }
    return failures.progress(!unanswered.isEmpty());
  }

  /** Whether this round had done with the symbol before the agent was stopped. */
  private boolean isDone(String symbol, Emitter emitter) {
    Instant answered = ledger.progress(symbol, emitter).answered();
    return !answered.equals(Instant.EPOCH)
        && !answered.isAfter(clock.instant())
        && plan.schedule.after(answered).isAfter(clock.instant());
  }

  private BarDesk.Question question(String symbol, Emitter emitter, Instant now) {
    Map<String, BarRequest> requests = new LinkedHashMap<>();
    for (String provider : providers.byName().keySet()) {
      requests.put(provider, ledger.request(provider, symbol, emitter, now));
    }
    return new BarDesk.Question(symbol, requests);
  }

  private void take(
      BarDesk.Question question, BarDesk.Answer answer, Unasked unasked, Emitter emitter)
      throws IOException, InterruptedException {
    String symbol = question.symbol();
    if (!answer.wasAsked()) {
      unasked.add(symbol, answer.failures());
      return;
    }
    if (answer.provider() != null) {
      BarRequest request = question.requests().get(answer.provider());
      ledger.take(
          request, answer, answer.provider().equals(firstChoice()), emitter, clock.instant());
      failures.obtained(symbol);
      unanswered.remove(symbol);
    } else if (!failures.mayPass(symbol, answer.failures())) {
      unanswered.remove(symbol);
      if (answer.failures().stream().allMatch(e -> e.kind() == FailureKind.NOT_FOUND)) {
        ledger.skip(symbol, emitter, clock.instant());
      }
    }
    unflushed++;
    if (unflushed >= SYMBOLS_TO_FLUSH) {
      emitter.flush();
      unflushed = 0;
    }
  }

  /** What every provider refuses as a whole is said in one line. */
  private void settle(Unasked unasked) {
    String item = unasked.symbols.size() + " symbols that were not asked for";
    if (!failures.mayPass(item, unasked.symbols, unasked.reasons)) {
      unanswered.removeAll(unasked.symbols);
    }
  }

  private String firstChoice() {
    return providers.byName().keySet().iterator().next();
  }

  @Override
  public Duration memory() {
    return ledger.memory();
  }

  @Override
  public Map<String, ProviderClient> clients() {
    return providers.clients();
  }

  @Override
  public Map<String, List<String>> failed() {
    return failures.byReason();
  }

  @Override
  public Optional<Expected> expected() {
    return Optional.of(
        new Expected(Dataset.STOCK_MOVEMENTS, plan.universe::on, Optional.of(ledger.grid())));
  }

  @Override
  public Optional<History> history() {
    Map<String, BarProvider> byName = providers.byName();
    return Optional.of(
        new MovementHistory(new BarDesk(byName), byName.keySet(), ledger, plan.universe, clock));
  }

  @Override
  public List<Demand> demands() {
    int symbols = plan.universe.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).size();
    return Demands.ofFailOver(providers, name -> symbols);
  }

  @Override
  public void close() {
    providers.close();
  }

  /** The symbols for which no provider was worth a request any more. */
  private static final class Unasked {
    private final Set<String> symbols = new LinkedHashSet<>();
    private List<ProviderException> reasons = List.of();

    void add(String symbol, List<ProviderException> failures) {
      symbols.add(symbol);
      reasons = failures;
    }
  }
}
