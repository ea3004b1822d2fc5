package io.stocktrend.agent.gaps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class GapsDocsTest {
  @Test
  void theTableOfCausesIsThatOfTheCode() throws IOException {
    String page = Files.readString(Path.of("../docs/gaps.md"));
    String section = page.split("\n## Causes\n", 2)[1].split("\n## ", 2)[0];
    List<String> documented =
        Pattern.compile("(?m)^\\| `([a-z_]+)` \\|")
            .matcher(section)
            .results()
            .map(row -> row.group(1))
            .sorted()
            .toList();
    assertEquals(Arrays.stream(Cause.values()).map(Cause::text).sorted().toList(), documented);
  }
}
