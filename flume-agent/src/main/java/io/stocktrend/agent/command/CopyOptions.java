package io.stocktrend.agent.command;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.copy.StoreReader;
import io.stocktrend.sink.file.FileDestination;
import io.stocktrend.sink.file.PartFormat;
import io.stocktrend.sink.jdbc.JdbcDestination;
import io.stocktrend.sink.mongodb.MongoDestination;
import io.stocktrend.sink.text.CsvFormat;
import io.stocktrend.sink.text.JsonFormat;
import io.stocktrend.sink.text.TextCompression;
import io.stocktrend.sink.text.TextReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where a copy is. */
final class CopyOptions {
  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Folder of a csv or json copy; ROOT/csv/AGENT or ROOT/json/AGENT without it.")
  private Path output;

  @Mixin private DatabaseOptions database;

  /** Refuses options that say nothing about such a copy. */
  void requireFor(CopyKind kind) {
    if (kind.isFiles()) {
      database.refuse(kind);
    } else if (output != null) {
      throw new ClientException(
          Fault.REQUEST, "--output is for csv and json: say where " + kind + " is with --url");
    }
  }

  /** The place itself, to tell one copy from another. */
  String place(CopyKind kind, Path root, String agent) {
    return kind.isFiles() ? folder(kind, root, agent).toString() : database.url(kind);
  }

  /** A writer of the copy, not yet opened. */
  BatchWriter writer(CopyKind kind, Path root, String agent) {
    return switch (kind) {
      case JDBC -> new JdbcDestination(database.settings(kind), "copy").writer();
      case MONGO -> MongoDestination.of(database.settings(kind)).writer("copy");
      case CSV, JSON -> files(kind, root, agent);
    };
  }

  private BatchWriter files(CopyKind kind, Path root, String agent) {
    Settings settings =
        Settings.of(
            "--output",
            Map.of(
                "path",
                folder(kind, root, agent) + "/%{dataset}/date=%Y-%m-%d",
                "stateDir",
                root.resolve("state").toString()));
    return new FileDestination(settings, "copy", new Configuration())
        .writer(format(kind, TextCompression.of(settings)), Clock.systemUTC());
  }

  private static PartFormat format(CopyKind kind, TextCompression compression) {
    return kind == CopyKind.CSV ? new CsvFormat(compression) : new JsonFormat(compression);
  }

  /** A reader of the copy. */
  StoreReader reader(CopyKind kind, Path root, String agent) throws IOException {
    return switch (kind) {
      case CSV -> TextReader.csv(folder(kind, root, agent));
      case JSON -> TextReader.json(folder(kind, root, agent));
      case JDBC -> new JdbcDestination(database.settings(kind), "reconcile").reader();
      case MONGO -> MongoDestination.of(database.settings(kind)).reader("reconcile");
    };
  }

  private Path folder(CopyKind kind, Path root, String agent) {
    Path folder = output == null ? root.resolve(kind.toString()).resolve(agent) : output;
    return folder.toAbsolutePath().normalize();
  }
}
