package io.stocktrend.source;

import io.stocktrend.record.ConfigFile;
import io.stocktrend.record.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flume.conf.ConfigurationException;

/**
 * The symbols that a source asks for, which may differ from day to day: the keys {@code symbols} (a
 * list, or {@code @file} with one symbol a line or the members of an index with their dates) and
 * {@code shard}.
 */
final class Universe {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<Member> members;
  private final Shard shard;

  private Universe(List<Member> members, Shard shard) {
    this.members = members;
    this.shard = shard;
  }

  /**
   * The universe of these settings.
   *
   * @throws ConfigurationException if it is wrong, or empty on this day
   */
  static Universe read(Settings settings, List<String> otherwise, Clock clock) {
    return read(settings, otherwise, Shard.read(settings, "symbols"), clock);
  }

  /** The part of the universe that belongs to that shard. */
  static Universe read(Settings settings, List<String> otherwise, Shard shard, Clock clock) {
    Universe universe = new Universe(members(settings, otherwise), shard);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<String> symbols = symbols(universe.members, today);
    if (symbols.isEmpty()) {
      throw settings.wrong(
          "symbols",
          String.join(",", settings.list("symbols", otherwise)),
          "at least one symbol",
          null);
    }
    universe.shard.refuseEmpty(settings, symbols);
    return universe;
  }

  private static List<Member> members(Settings settings, List<String> otherwise) {
    List<String> given = settings.list("symbols", otherwise);
    if (given.size() == 1 && given.get(0).startsWith("@")) {
      return fromFile(settings, given.get(0));
    }
    try {
      return given.stream().map(Member::always).toList();
    } catch (IllegalArgumentException e) {
      throw settings.wrong("symbols", e.getMessage(), Member.ALLOWED_SYMBOLS, e);
    }
  }

  private static List<Member> fromFile(Settings settings, String name) {
    List<String> lines;
    try {
      lines =
          Files.readString(ConfigFile.find(name.substring(1)))
              .replace(BYTE_ORDER_MARK, "")
              .lines()
              .map(line -> line.split("#", 2)[0].strip())
              .toList();
    } catch (IOException e) {
      String allowed = "a readable file with one symbol a line (" + e + ")";
      throw settings.wrong("symbols", name, allowed, e);
    }
    return MemberFile.parse(settings, name, lines);
  }

  /** The symbols of that day, each once, in the order given. */
  List<String> on(LocalDate day) {
    return shard.of(symbols(members, day));
  }

  /** Whether the symbol belongs to it on that day, whichever shard asks for it. */
  boolean has(String symbol, LocalDate day) {
    return members.stream().anyMatch(m -> m.symbol().equals(symbol) && m.isOn(day));
  }

  private static List<String> symbols(List<Member> members, LocalDate day) {
    return members.stream().filter(m -> m.isOn(day)).map(Member::symbol).distinct().toList();
  }
}
