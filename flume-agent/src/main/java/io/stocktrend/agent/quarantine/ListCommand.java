package io.stocktrend.agent.quarantine;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Question;
import io.stocktrend.client.cli.OutputOptions;
import io.stocktrend.client.cli.Stdio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One row an event that was set aside. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Shows every event that was set aside, the newest first, and why.")
final class ListCommand implements Callable<Integer> {
  // An agent that has a folder of its own is named by it, else the dataset tells.
  private static final String ENTRIES =
      """
      SELECT id, CAST(time AS TIMESTAMP WITH TIME ZONE) AS time,
        coalesce(nullif(regexp_extract(substr(filename, %d), '^/(.+)/[^/]+$', 1), ''),
          CASE WHEN headers['dataset'] IN ('macroeconomic_data', 'policy_data') THEN 'context'
            WHEN headers['dataset'] IS NOT NULL THEN 'raw' END) AS agent,
        component, headers['dataset'] AS dataset, headers['key'] AS key, reason
      FROM read_ndjson(%s, filename = true, maximum_object_size = 134217728,
        columns = {id: 'VARCHAR', time: 'VARCHAR', component: 'VARCHAR', reason: 'VARCHAR',
          headers: 'MAP(VARCHAR, VARCHAR)'})
      ORDER BY time DESC, id
      """;
  private static final String NOTHING =
      "SELECT '' AS id, now() AS time, '' AS agent, '' AS component, '' AS dataset, '' AS key,"
          + " '' AS reason WHERE false";

  @Mixin private ShelfOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws IOException {
    Shelf shelf = options.shelf();
    List<Path> files = shelf.files();
    Path readable = files.isEmpty() ? Path.of(".") : shelf.folder().toAbsolutePath().normalize();
    try (MarketDataClient client = MarketDataClient.open(readable)) {
      Question entries = client.question(files.isEmpty() ? NOTHING : entries(readable, files));
      output.write(entries, Stdio.ofProcess());
    }
    return 0;
  }

  private static String entries(Path folder, List<Path> files) {
    String names =
        files.stream()
            .map(
                file -> "'" + file.toAbsolutePath().normalize().toString().replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    return ENTRIES.formatted(folder.toString().length() + 1, names);
  }
}
