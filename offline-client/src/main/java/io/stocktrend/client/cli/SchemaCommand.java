package io.stocktrend.client.cli;

import io.stocktrend.client.Column;
import io.stocktrend.client.DatasetSchema;
import io.stocktrend.client.format.RowWriter;
import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what a dataset's columns are. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Shows a dataset's columns, their types and meaning, and its natural key.")
final class SchemaCommand implements Callable<Integer> {
  private static final List<Column> HEADER =
      Stream.of("column", "type", "null", "meaning")
          .map(name -> new Column(name, "VARCHAR"))
          .toList();

  private final Stdio stdio;

  @Parameters(
      paramLabel = "DATASET",
      completionCandidates = Candidates.Datasets.class,
      description = "Dataset; 'stocktrend datasets' lists them.")
  private Dataset dataset;

  SchemaCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    Writer out = new OutputStreamWriter(stdio.out(), StandardCharsets.UTF_8);
    out.write(dataset.id() + ": " + dataset.schema().getDoc() + "\n");
    out.write("Natural key: " + String.join(", ", DatasetSchema.naturalKey(dataset)) + "\n\n");
    RowWriter table = new TextTable(out, Integer.MAX_VALUE, HEADER);
    table.begin(HEADER.stream().map(Column::name).toList());
    for (DatasetSchema.Described column : DatasetSchema.columns(dataset)) {
      String nullable = column.nullable() ? "yes" : "no";
      table.row(List.of(column.name(), column.type(), nullable, column.meaning()));
    }
    table.end();
    out.flush();
    return 0;
  }
}
