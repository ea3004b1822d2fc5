package io.stocktrend.source.http;

import io.stocktrend.source.http.BudgetState.Block;
import io.stocktrend.source.http.BudgetState.Spent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
  private final Duration memory;
  private final Optional<Window> day;
  // What was read last and found whole. A log only grows until it is replaced: where it still
  // begins like that, only what came after needs to be read.
  private String lines = "";
  private BudgetState state = new BudgetState(List.of(), Optional.empty());
  private Instant readAt = Instant.MIN;

  /** A ledger that knows each request for so long, and about when they were for a limited day. */
  BudgetLedger(BudgetLog log, Duration memory, Optional<Window> day) {
    this.log = log;
    this.memory = memory;
    this.day = day;
  }

  BudgetState read(Instant now) throws IOException {
    String current = log.read();
    boolean isContinued = current.startsWith(lines) && !now.isBefore(readAt);
    BudgetText text =
        BudgetText.parse(isContinued ? current.substring(lines.length()) : current, now);
    BudgetState known = isContinued ? state.and(text.state()) : text.state();
    if (text.isWhole() && current.length() <= COMPACT_ABOVE_CHARS) {
      remember(current, known, now);
    } else {
      repair(text.damaged() == 0 ? known : withDamage(known, text.damaged(), now), now);
    }
    return state;
  }

  private void repair(BudgetState known, Instant now) throws IOException {
    Instant eachFrom = now.minus(memory);
    Instant from = day.map(window -> now.minus(window.length())).orElse(eachFrom);
    BudgetState compacted = known.compacted(eachFrom, from);
    String printed = BudgetText.print(compacted);
    log.replace(printed);
    remember(printed, compacted, now);
  }

  private void remember(String read, BudgetState found, Instant now) {
    lines = read;
    state = found;
    readAt = now;
  }

  void spend(Instant now) throws IOException {
    log.append(BudgetText.spent(new Spent(now, 1)));
  }

  void block(Block block) throws IOException {
    log.append(BudgetText.blocked(block));
  }

  private BudgetState withDamage(BudgetState known, int damaged, Instant now) {
    int requestsPerDay = day.map(Window::limit).orElse(0);
    LOG.warn(
        "{} holds {} lines that cannot be read: {}",
        log.file(),
        damaged,
        requestsPerDay > 0
            ? "a day from now on counts as spent; delete the file to start it from zero"
            : "each counts as one request");
    Spent damage = new Spent(now, Math.max(damaged, requestsPerDay));
    return known.and(new BudgetState(List.of(damage), Optional.empty()));
  }
}
