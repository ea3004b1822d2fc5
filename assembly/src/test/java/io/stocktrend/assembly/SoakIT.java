package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten days of both agents on a virtual clock; {@code assembly/soak.sh} runs longer ones. */
final class SoakIT {
  private static final long SEED = Long.getLong("stocktrend.soak.seed", 1);

  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

  @TempDir Path folder;

  @Test
  void allThatTenDaysBroughtIsThereOnceAndNothingGrows() throws Exception {
    SoakScale scale = new SoakScale(FIRST, 10, 6, SEED);
    Soak soak = new Soak(folder, scale);
    Soak.Report report = soak.run();
    System.out.println(report.text());
    assertEquals(List.of(), report.faults());

    for (Path part : new PartFiles(folder.resolve("data")).visible()) {
      if (part.toString().contains("date=" + FIRST)) {
        Files.delete(part);
      }
    }
    String missed = soak.compare(List.of()).faults().toString();
    for (String what : List.of("stock_movements", "financial_data", "stories", "releases")) {
      assertTrue(missed.contains(what), missed);
    }
  }
}
