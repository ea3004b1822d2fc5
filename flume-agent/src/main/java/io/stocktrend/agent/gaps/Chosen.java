package io.stocktrend.agent.gaps;

import io.stocktrend.agent.AuditedSources;
import io.stocktrend.agent.AuditedSources.Found;
import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.cli.Stdio;
import io.stocktrend.record.Dataset;
import io.stocktrend.source.Coverage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sources that a command is about. */
final class Chosen {
  private Chosen() {}

  /** Those of a dataset, or of all without one; says which of all are left out. */
  static Map<Found, Coverage> of(Optional<Dataset> dataset, AuditedSources sources, Stdio stdio)
      throws IOException {
    Map<Found, Coverage> chosen = new LinkedHashMap<>();
    for (Found found : sources.found()) {
      found
          .source()
          .coverage()
          .filter(each -> dataset.isEmpty() || dataset.get() == each.expected().dataset())
          .ifPresent(each -> chosen.put(found, each));
    }
    if (chosen.isEmpty()) {
      throw new ClientException(
          Fault.REQUEST,
          "no source of %s is set up by the agent files, name those that do with --agents FILE%s"
              .formatted(
                  dataset.map(Dataset::id).orElse("a dataset"),
                  sources.errors().stream().findFirst().map(": "::concat).orElse("")));
    }
    if (dataset.isEmpty()) {
      sources.errors().forEach(error -> BackfillReport.line(stdio, "warning: " + error));
    }
    return chosen;
  }
}
