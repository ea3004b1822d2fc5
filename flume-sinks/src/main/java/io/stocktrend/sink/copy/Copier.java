package io.stocktrend.sink.copy;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.primary.PartReader;
import io.stocktrend.sink.primary.PrimaryDay;
import io.stocktrend.sink.primary.PrimaryDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/**
 * Writes the rows of the primary into another store through that store's batch writer, day by day:
 * what stands there already changes nothing, what is missing is added. Agents and compaction may
 * run on; a row that comes in meanwhile may be left to the next copy.
 */
public final class Copier {
  private static final int MOST_LISTINGS = 100;

  private final PrimaryReader primary;
  private final CopyWrites writes;
  private final CopyListener listener;
  private final List<String> unsaved = new ArrayList<>();

  /**
   * @param writer opened, of the store to write
   */
  public Copier(PrimaryReader primary, BatchWriter writer, CopyListener listener) {
    this.primary = primary;
    this.writes = new CopyWrites(writer);
    this.listener = listener;
  }

  /**
   * Copies what the dataset's parts hold now.
   *
   * @throws IOException if a part cannot be read or the store cannot be written; the parts done up
   *     to there are in the progress
   */
  public CopyResult copy(Dataset dataset, CopyProgress progress) throws IOException {
    int resumed = progress.size();
    for (int listing = 1; ; listing++) {
      try {
        copyListed(dataset, progress);
        progress.clear();
        return writes.result(resumed);
      } catch (NoSuchFileException e) {
        if (listing == MOST_LISTINGS || Files.exists(Path.of(e.getFile()))) {
          throw e;
        }
        // Compaction has put another part in its place since the folder was listed.
        writes.discard();
        unsaved.clear();
      }
    }
  }

  private void copyListed(Dataset dataset, CopyProgress progress) throws IOException {
    List<Step> steps = steps(dataset);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (!progress.has(step.name())) {
        read(step, dataset);
        unsaved.add(step.name());
      }
      boolean dayEnds = i + 1 == steps.size() || !steps.get(i + 1).day().equals(step.day());
      if (dayEnds || writes.isReady()) {
        save(progress);
      }
      listener.copied(step.day(), i + 1, steps.size());
    }
  }

  private List<Step> steps(Dataset dataset) throws IOException {
    List<Step> steps = new ArrayList<>();
    for (PrimaryDay day : PrimaryDays.of(primary.root(), dataset)) {
      for (Path part : day.parts()) {
        steps.add(new Step(day, part));
      }
    }
    return steps;
  }

  private void read(Step step, Dataset dataset) throws IOException {
    try (PartReader reader = primary.open(step.part(), dataset)) {
      for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
        writes.add(new DatasetRecord(dataset, row));
      }
    }
  }

  private void save(CopyProgress progress) throws IOException {
    writes.flush();
    if (!unsaved.isEmpty()) {
      progress.add(unsaved);
      unsaved.clear();
      FaultPoint.reach("copy.parts-saved");
    }
  }

  private record Step(PrimaryDay day, Path part) {
    String name() {
      return day.date() + "/" + part.getFileName();
    }
  }
}
