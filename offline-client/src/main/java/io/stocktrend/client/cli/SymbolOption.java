package io.stocktrend.client.cli;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that names symbols. */
final class SymbolOption {
  @Option(
      names = "--symbol",
      split = ",",
      paramLabel = "A",
      description = "Symbols; in datasets without symbols, those that rows relate to.")
  private List<String> symbols = List.of();

  boolean given() {
    return !symbols.isEmpty();
  }

  List<String> names() {
    return symbols.stream().map(symbol -> symbol.strip().toUpperCase(Locale.ROOT)).toList();
  }

  /**
   * Warns of symbols that a dataset does not have.
   *
   * @throws ClientException if it has none of those that were named
   */
  void check(MarketDataClient client, Dataset dataset, Stdio stdio) {
    List<String> names = names();
    Set<String> known = client.symbols(dataset, names);
    for (String name : names) {
      if (!known.contains(name)) {
        String complaint =
            "%s has no symbol '%s': %s"
                .formatted(dataset.id(), name, hint(name, client.symbols(dataset)));
        if (known.isEmpty()) {
          throw new ClientException(Fault.REQUEST, complaint);
        }
        Failures.warn(stdio.err(), complaint);
      }
    }
  }

  private static String hint(String name, Set<String> known) {
    return NearestName.of(name, known)
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElseGet(() -> "it has " + known.size() + " others");
  }
}
