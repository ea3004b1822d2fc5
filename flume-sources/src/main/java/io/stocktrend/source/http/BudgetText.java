package io.stocktrend.source.http;

import io.stocktrend.source.http.BudgetState.Block;
import io.stocktrend.source.http.BudgetState.Spent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The lines of a {@link BudgetLog}: {@code spent MILLIS COUNT CRC} and {@code blocked MILLIS KIND
 * CRC}. A line that does not prove itself by its checksum is damage, a last one without its end is
 * torn.
 *
 * @param state what the whole lines say, with times ahead of the clock drawn back to it
 * @param isTorn whether a crash cut the last line; it counts as one request
 * @param damaged how many other lines cannot be read
 * @param isAhead whether a time had to be drawn back, because the clock was wrong once
 */
record BudgetText(BudgetState state, boolean isTorn, int damaged, boolean isAhead) {
  /** No block is longer: what a provider asks for beyond it is found out again. */
  static final Duration LONGEST_BLOCK = Duration.ofDays(1);

  private static final Pattern LINE =
      Pattern.compile("((spent|blocked) (\\d{1,15}) (\\w{1,20})) ([0-9a-f]{1,8})");

  boolean isWhole() {
    return !isTorn && damaged == 0 && !isAhead;
  }

  static String spent(Spent spent) {
    return sealed("spent " + spent.at().toEpochMilli() + " " + spent.count());
  }

  static String blocked(Block block) {
    return sealed("blocked " + block.until().toEpochMilli() + " " + block.kind());
  }

  static String print(BudgetState state) {
    StringBuilder lines = new StringBuilder();
    state.block().ifPresent(block -> lines.append(blocked(block)));
    state.spent().forEach(spent -> lines.append(spent(spent)));
    return lines.toString();
  }

  static BudgetText parse(String text, Instant now) {
    Reading reading = new Reading(now);
    int end = text.lastIndexOf('\n') + 1;
    text.substring(0, end).lines().forEach(reading::line);
    boolean isTorn = end < text.length();
    if (isTorn) {
      reading.spent.add(new Spent(now, 1));
    }
    BudgetState state =
        new BudgetState(List.copyOf(reading.spent), Optional.ofNullable(reading.block));
    return new BudgetText(state, isTorn, reading.damaged, reading.isAhead);
  }

  private static String sealed(String words) {
    return words + " " + checksum(words) + "\n";
  }

  private static String checksum(String words) {
    CRC32 crc = new CRC32();
    crc.update(words.getBytes(StandardCharsets.ISO_8859_1));
    return Long.toHexString(crc.getValue());
  }

  /** Lines on their way to a state. */
  private static final class Reading {
    private final Instant now;
    private final List<Spent> spent = new ArrayList<>();
    private Block block;
    private int damaged;
    private boolean isAhead;

    Reading(Instant now) {
      this.now = now;
    }

    void line(String line) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches() || !matcher.group(5).equals(checksum(matcher.group(1)))) {
        damaged++;
        return;
      }
      Instant time = Instant.ofEpochMilli(Long.parseLong(matcher.group(3)));
      if (matcher.group(2).equals("spent")) {
        spent.add(new Spent(notAfter(now, time), Integer.parseInt(matcher.group(4))));
      } else {
        Instant until = notAfter(now.plus(LONGEST_BLOCK), time);
        Block read = new Block(until, FailureKind.valueOf(matcher.group(4)));
        block = block != null && block.until().isAfter(until) ? block : read;
      }
    }

    private Instant notAfter(Instant latest, Instant time) {
      isAhead |= time.isAfter(latest);
      return time.isAfter(latest) ? latest : time;
    }
  }
}
