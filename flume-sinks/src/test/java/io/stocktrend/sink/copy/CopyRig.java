package io.stocktrend.sink.copy;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.Settings;
import io.stocktrend.sink.ChildJvm;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.file.Encryption;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;

/**
 * A primary and one copy of it.
 *
 * @param kind {@code csv}, {@code json}, {@code jdbc} or {@code mongo}
 * @param place folder or address of the copy
 */
public record CopyRig(Path root, String kind, String place) {
  /** Copies a dataset, in this process. */
  public CopyResult copy(Dataset dataset) throws IOException {
    return copy(dataset, (day, parts, all) -> {});
  }

  CopyResult copy(Dataset dataset, CopyListener listener) throws IOException {
    return copy(primary(), dataset, listener);
  }

  CopyResult copy(PrimaryReader primary, Dataset dataset, CopyListener listener)
      throws IOException {
    try (BatchWriter writer = writer()) {
      writer.open();
      return new Copier(primary, writer, listener).copy(dataset, CopyProgress.at(progress()));
    }
  }

  private PrimaryReader primary() {
    return new PrimaryReader(root, Encryption.NONE);
  }

  Path progress() {
    return root.resolve("state/copy");
  }

  /** Every difference of a dataset, as a line each. */
  public List<String> differences(Dataset dataset) throws IOException {
    List<String> lines = new ArrayList<>();
    PrimaryReader primary = primary();
    try (StoreReader store = reader()) {
      TreeSet<LocalDate> days = new TreeSet<>(primary.days(dataset));
      days.addAll(store.days(dataset));
      Reconciliation reconciliation =
          new Reconciliation(primary, store, difference -> lines.add(difference.toString()));
      for (LocalDate day : days) {
        reconciliation.compare(dataset, day);
      }
    }
    return lines;
  }

  /** Copies movements in a process of its own, which dies at the step of that name, if any. */
  public ChildJvm copyInChild(String step) throws IOException, InterruptedException {
    return child(step).start(Copy.class, arguments());
  }

  /** The same, killed from outside. */
  public ChildJvm copyKilledAfter(Duration delay) throws IOException, InterruptedException {
    return child("").killAfter(Copy.BEGUN, delay, Copy.class, arguments());
  }

  private static ChildJvm child(String step) {
    return ChildJvm.create().with("-Dstocktrend.faultPoint=" + step);
  }

  private List<String> arguments() {
    return List.of(root.toString(), kind, place);
  }

  private StoreReader reader() throws IOException {
    return switch (kind) {
      case "csv" -> TextReader.csv(Path.of(place));
      case "json" -> TextReader.json(Path.of(place));
      case "jdbc" -> new JdbcDestination(database(), "copy").reader();
      default -> MongoDestination.of(database()).reader("copy");
    };
  }

  private BatchWriter writer() {
    return switch (kind) {
      case "csv" -> files(new CsvFormat(TextCompression.NONE));
      case "json" -> files(new JsonFormat(TextCompression.GZIP));
      case "jdbc" -> new JdbcDestination(database(), "copy").writer();
      default -> MongoDestination.of(database()).writer("copy");
    };
  }

  private BatchWriter files(PartFormat format) {
    Settings settings =
        Settings.of("copy", Map.of("path", place + "/%{dataset}/date=%Y-%m-%d", "stateDir", "x"));
    return new FileDestination(settings, "copy", new Configuration())
        .writer(format, Clock.systemUTC());
  }

  private Settings database() {
    return kind.equals("jdbc")
        ? Settings.of("copy", Map.of("url", place, "user", "postgres"))
        : Settings.of("copy", Map.of("uri", place, "database", "market"));
  }

  /** Runs in a process of its own. */
  static final class Copy {
    static final String BEGUN = "begun";

    private Copy() {}

    public static void main(String[] args) throws IOException {
      System.out.println(BEGUN);
      new CopyRig(Path.of(args[0]), args[1], args[2]).copy(Dataset.STOCK_MOVEMENTS);
      System.exit(0);
    }
  }
}
