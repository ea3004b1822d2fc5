package io.stocktrend.agent.gaps;

import io.stocktrend.source.Expected;
import io.stocktrend.source.Wanted;
import io.stocktrend.source.market.NyseCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is to be asked for, item by item. */
final class Wants {
  private Wants() {}

  /** Exactly what the gaps lack. */
  static List<Wanted> of(List<Gap> gaps, Expected expected) {
    Map<String, List<Wanted.Span>> spans = new TreeMap<>();
    for (Gap gap : gaps) {
      Wanted.Span span = new Wanted.Span(gap.from(), gap.to());
      Set<String> items = gap.item().equals(Gap.ALL) ? items(expected, span) : Set.of(gap.item());
      items.forEach(item -> spans.computeIfAbsent(item, i -> new ArrayList<>()).add(span));
    }
    List<Wanted> wanted = new ArrayList<>();
    spans.forEach(
        (item, each) -> {
          each.sort(Comparator.comparing(Wanted.Span::from));
          wanted.add(new Wanted(item, each));
        });
    return wanted;
  }

  /** All items of a span, whether they belong to it for the whole of it or not. */
  static Set<String> items(Expected expected, Wanted.Span span) {
    Set<String> items = new LinkedHashSet<>();
    LocalDate last = day(span.to().minusNanos(1));
    for (LocalDate day = day(span.from()); !day.isAfter(last); day = day.plusDays(1)) {
      items.addAll(expected.items().apply(day));
    }
    return items;
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, NyseCalendar.ZONE);
  }
}
