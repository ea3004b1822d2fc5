package io.stocktrend.source;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.Bar;
import io.stocktrend.source.provider.BarRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Final bars of the past, computed over as many bars before them as those of the present. */
final class MovementHistory implements History {
  private final BarDesk desk;
  private final Set<String> providers;
  private final BarLedger ledger;
  private final Universe universe;
  private final Clock clock;

  MovementHistory(
      BarDesk desk, Set<String> providers, BarLedger ledger, Universe universe, Clock clock) {
    this.desk = desk;
    this.providers = providers;
    this.ledger = ledger;
    this.universe = universe;
    this.clock = clock;
  }

  @Override
  public List<ProviderException> ask(Wanted wanted, Emitter emitter)
      throws IOException, InterruptedException {
    String symbol = wanted.item();
    BarRequest request = ledger.request(symbol, wanted.from());
    Map<String, BarRequest> requests = new LinkedHashMap<>();
    providers.forEach(provider -> requests.put(provider, request));
    BarDesk.Answer answer = desk.ask(new BarDesk.Question(symbol, requests));
    if (answer.provider() == null) {
      return answer.failures();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (MovementRow row : MovementRow.of(answer.series())) {
      String key = MovementRow.key(symbol, request.interval(), row.bar().start());
      if (isWanted(wanted, row.bar()) && !emitter.knows(key)) {
        var record = row.record(symbol, request.interval(), answer.provider());
        emitter.offer(MovementRow.known(record, key, row.bar().knownAt(), now));
      }
    }
    return List.of();
  }

  private boolean isWanted(Wanted wanted, Bar bar) {
    return bar.isFinal()
        && wanted.holds(bar.start())
        && universe.has(wanted.item(), LocalDate.ofInstant(bar.start(), ZoneOffset.UTC));
  }
}
