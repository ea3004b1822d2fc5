package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten days of both agents on a virtual clock; {@code assembly/soak.sh} runs longer ones. */
final class SoakIT {
  private static final long SEED = Long.getLong("stocktrend.soak.seed", 1);

  @TempDir Path folder;

  @Test
  void allThatTenDaysBroughtIsThereOnceAndNothingGrows() throws Exception {
    SoakScale scale = new SoakScale(LocalDate.of(2026, 9, 1), 10, 6, SEED);
    Soak.Report report = new Soak(folder, scale).run();
    System.out.println(report.text());
    assertEquals(List.of(), report.faults());
  }
}
