package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableTemplateTest {
  private static final Map<String, String> HEADERS =
      Map.of("dataset", "policy_data", "timestamp", "1798761599999", "desk", "d-1");

  @ParameterizedTest
  @CsvSource({
    "%{dataset}, policy_data",
    "market.%{dataset}, market.policy_data",
    "%{desk}_%{dataset}, policy_data",
    "%{dataset}_%Y_%m, policy_data_2026_12",
    "fixed, fixed"
  })
  void aNameIsResolvedFromHeadersAndTheUtcDate(String template, String name) throws Exception {
    Map<String, String> headers = new HashMap<>(HEADERS);
    headers.put("desk", "d");
    String expected = template.startsWith("%{desk}") ? "d_" + name : name;
    assertEquals(expected, new TableTemplate(template).resolve(headers).toString());
  }

  @ParameterizedTest
  @CsvSource({"a.b", "a b", "ü", "1a", "a\"b", "a;b"})
  void aHeaderThatGivesNoTableNameIsRefused(String value) {
    TableTemplate template = new TableTemplate("market.%{dataset}");
    String refusal =
        assertThrows(UnusableTableException.class, () -> template.resolve(Map.of("dataset", value)))
            .getMessage();
    assertTrue(refusal.startsWith("its headers give the table name 'market." + value), refusal);
  }

  @Test
  void aNameThatPostgresWouldCutIsRefused() throws Exception {
    TableTemplate template = new TableTemplate("%{dataset}");
    String longest = "x".repeat(63);
    assertEquals(longest, template.resolve(Map.of("dataset", longest)).toString());
    assertThrows(
        UnusableTableException.class, () -> template.resolve(Map.of("dataset", longest + "x")));
  }

  @Test
  void aMissingOrWrongHeaderIsNamed() {
    TableTemplate template = new TableTemplate("%{dataset}_%Y");
    assertEquals(
        "the event has no header timestamp for its table",
        assertThrows(UnusableTableException.class, () -> template.resolve(Map.of("dataset", "x")))
            .getMessage());
    assertEquals(
        "the header timestamp is 'soon', not milliseconds since the epoch",
        assertThrows(
                UnusableTableException.class,
                () -> template.resolve(Map.of("dataset", "x", "timestamp", "soon")))
            .getMessage());
  }
}
