package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.provider.ProviderEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class MacroDocsTest {
  @Test
  void everyProviderAndTheHeaderOfTheTableStandInTheGuide() throws IOException {
    String page = Files.readString(Path.of("../docs/sources/macro.md"));
    for (ProviderEntry<?> provider : ObservationProviders.ALL) {
      assertTrue(page.contains("| `" + provider.name() + "` |"), provider.name());
    }
    assertTrue(page.contains("`" + IndicatorRow.HEADER + "`"));
  }
}
