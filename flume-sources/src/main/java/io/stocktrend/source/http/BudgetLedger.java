package io.stocktrend.source.http;

import io.stocktrend.source.http.BudgetState.Block;
import io.stocktrend.source.http.BudgetState.Spent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The spending of one provider as its log keeps it, put in order where a crash, damage or a wrong
 * clock harmed it: always towards more spending, never towards less.
 */
final class BudgetLedger {
  private static final Logger LOG = LoggerFactory.getLogger(BudgetLedger.class);
  private static final int COMPACT_ABOVE_CHARS = 64 * 1024;

  private final BudgetLog log;
  private final int requestsPerDay;
  private final Duration memory;

  /**
   * A ledger that knows each request for so long, and how many there were for the day.
   *
   * @param requestsPerDay what a damaged day counts as
   */
  BudgetLedger(BudgetLog log, int requestsPerDay, Duration memory) {
    this.log = log;
    this.requestsPerDay = requestsPerDay;
    this.memory = memory;
  }

  BudgetState read(Instant now, Instant dayStart) throws IOException {
    String lines = log.read();
    BudgetText text = BudgetText.parse(lines, now);
    if (text.isWhole() && lines.length() <= COMPACT_ABOVE_CHARS) {
      return text.state();
    }
    BudgetState known = text.damaged() == 0 ? text.state() : withDamage(text, now);
    BudgetState state = known.compacted(now.minus(memory), dayStart);
    log.replace(BudgetText.print(state));
    return state;
  }

  void spend(Instant now) throws IOException {
    log.append(BudgetText.spent(new Spent(now, 1)));
  }

  void block(Block block) throws IOException {
    log.append(BudgetText.blocked(block));
  }

  private BudgetState withDamage(BudgetText text, Instant now) {
    LOG.warn(
        "{} holds {} lines that cannot be read: {}",
        log.file(),
        text.damaged(),
        requestsPerDay > 0
            ? "the day counts as spent; delete the file to start it from zero"
            : "each counts as one request");
    Spent damage = new Spent(now, Math.max(text.damaged(), requestsPerDay));
    List<Spent> spent = Stream.concat(text.state().spent().stream(), Stream.of(damage)).toList();
    return new BudgetState(spent, text.state().block());
  }
}
