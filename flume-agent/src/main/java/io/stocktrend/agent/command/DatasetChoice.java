package io.stocktrend.agent.command;

import io.stocktrend.record.Dataset;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The parameter that chooses one dataset out of all. */
final class DatasetChoice {
  @Parameters(arity = "0..1", paramLabel = "DATASET", description = "Dataset; all without it.")
  private Dataset dataset;

  List<Dataset> chosen() {
    return dataset == null ? List.of(Dataset.values()) : List.of(dataset);
  }
}
