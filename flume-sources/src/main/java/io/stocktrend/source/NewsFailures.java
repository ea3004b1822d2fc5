package io.stocktrend.source;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one provider did not answer in one attempt, by the kind of failure, so that hundreds of
 * symbols make one message. A provider that refuses as a whole is not asked on.
 */
final class NewsFailures {
  private static final int REFUSALS_FOR_ALL = 3;
  private static final int SHOWN = 3;

  private final String provider;
  private final Map<FailureKind, Group> groups = new EnumMap<>(FailureKind.class);
  private int refusedInARow;
  private boolean isAnswered;
  private volatile ProviderException refusal;

  NewsFailures(String provider) {
    this.provider = provider;
  }

  /** Why the provider is not to be asked at all; null while it is. Safe for several threads. */
  ProviderException refusal() {
    return refusal;
  }

  void answered() {
    isAnswered = true;
    refusedInARow = 0;
  }

  /** A plan that does not cover a symbol looks like a refused key, so it takes several in a row. */
  void add(Collection<String> symbols, ProviderException failure) {
    groups
        .computeIfAbsent(failure.kind(), kind -> new Group(new LinkedHashSet<>(), failure))
        .symbols
        .addAll(symbols);
    refusedInARow = failure.kind() == FailureKind.AUTHENTICATION ? refusedInARow + 1 : 0;
    if (failure.kind() == FailureKind.QUOTA || refusedInARow == REFUSALS_FOR_ALL) {
      refusal = failure;
    }
  }

  /** Reports the failures; returns the symbols that are not to be asked for again in this round. */
  Set<String> report(RoundFailures round) {
    Set<String> givenUp = new LinkedHashSet<>();
    if (isAnswered && refusal == null) {
      round.obtained(remaining());
    }
    groups.forEach(
        (kind, group) -> {
          boolean isSpent = kind == FailureKind.QUOTA;
          String item = isSpent ? remaining() : shown(group.symbols) + " at " + provider;
          ProviderException why = isSpent ? spent() : group.first;
          if (!round.mayPass(item, group.symbols, List.of(why))) {
            givenUp.addAll(group.symbols);
          }
        });
    return givenUp;
  }

  private String remaining() {
    return "the symbols left at " + provider;
  }

  /** The same words each time: a spent quota is a state, said when it begins. */
  private ProviderException spent() {
    return new ProviderException(
        provider, FailureKind.QUOTA, "it is asked again when its next day begins");
  }

  private static String shown(Set<String> symbols) {
    String first = String.join(", ", symbols.stream().limit(SHOWN).toList());
    int more = symbols.size() - SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private record Group(Set<String> symbols, ProviderException first) {}
}
