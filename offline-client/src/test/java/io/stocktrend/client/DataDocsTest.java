package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DataDocsTest {
  private static final Path PAGE = Path.of("../docs/data.md");

  @ParameterizedTest
  @EnumSource
  void theTableOfADatasetIsThatOfItsSchema(Dataset dataset) throws IOException {
    List<String> rows = section(dataset).lines().filter(line -> line.startsWith("| `")).toList();
    assertEquals(DatasetSchema.columns(dataset).stream().map(DataDocsTest::row).toList(), rows);
  }

  @ParameterizedTest
  @EnumSource
  void theNaturalKeyOfADatasetIsTold(Dataset dataset) throws IOException {
    String key =
        DatasetSchema.naturalKey(dataset).stream()
            .map(part -> dataset.schema().getField(part) == null ? part : "`" + part + "`")
            .collect(Collectors.joining(", "));
    String section = section(dataset);
    assertTrue(section.contains("\nNatural key: " + key + ". "), key);
  }

  private static String section(Dataset dataset) throws IOException {
    String page = Files.readString(PAGE);
    return page.split("\n### " + dataset.id() + "\n", 2)[1].split("\n##", 2)[0];
  }

  private static String row(DatasetSchema.Described column) {
    return String.join(
        " | ",
        "| `" + column.name() + "`",
        "`" + column.type() + "`",
        column.nullable() ? "yes" : "no",
        column.meaning().replace("|", "\\|") + " |");
  }
}
