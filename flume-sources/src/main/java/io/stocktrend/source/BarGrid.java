package io.stocktrend.source;

import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.market.Session;
import io.stocktrend.source.provider.BarAssembly;
import io.stocktrend.source.provider.BarInterval;
import io.stocktrend.source.provider.BarSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bars that an exchange's sessions are made of; none on a holiday or another closure. */
public record BarGrid(NyseCalendar calendar, BarInterval interval) {
  /** The bars of that day, in order. */
  public List<BarSlot> slots(LocalDate day) {
    List<BarSlot> slots = new ArrayList<>();
    Optional<Session> session = calendar.session(day);
    Instant start = session.map(Session::open).orElse(Instant.MAX);
    while (session.isPresent() && start.isBefore(session.get().close())) {
      BarSlot slot = BarSlot.at(start, session.get(), interval).orElseThrow();
      slots.add(slot);
      start = slot.end();
    }
    return slots;
  }

  /** From when on a provider's figures of that bar are taken for final. */
  public static Instant settled(BarSlot slot) {
    return slot.end().plus(BarAssembly.SETTLING);
  }

  /** The natural key of a bar of that symbol. */
  public String key(String symbol, BarSlot slot) {
    return MovementRow.key(symbol, interval, slot.start());
  }
}
