package io.stocktrend.sink.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathTemplateTest {
  private static final Map<String, String> HEADERS =
      Map.of(
          "dataset",
          "news_data",
          "timestamp",
          Long.toString(Instant.parse("2026-11-02T23:59:58.007Z").toEpochMilli()));

  private static PathTemplate template(String text) {
    return new PathTemplate(text, PathEscapes.in(text));
  }

  @ParameterizedTest
  @CsvSource({
    "data/%{dataset}/date=%Y-%m-%d, data/news_data/date=2026-11-02",
    "/a/%y%m%d/%H%M%S, /a/261102/235958",
    "hdfs://host:9000/a/%j, hdfs://host:9000/a/306",
    "a/%t, a/1793663998007",
    "plain/folder, plain/folder"
  })
  void escapesAreResolvedInUtc(String text, String folder) throws Exception {
    assertEquals(folder, template(text).resolve(HEADERS));
  }

  @ParameterizedTest
  @CsvSource({
    "data/raw/%{dataset}/date=%Y, data/raw/",
    "/srv/a%{dataset}, /srv/",
    "%{dataset}/x, .",
    "plain/folder, plain/folder",
    "hdfs://host/raw/%Y, hdfs://host/raw/"
  })
  void theRootIsTheFoldersBeforeTheFirstEscape(String text, String root) {
    assertEquals(root, PathEscapes.in(text).root(text));
  }

  @Test
  void whatOneSecondGaveIsNotTakenForAnother() throws Exception {
    PathTemplate template = template("%{dataset}/%H%M%S");
    assertEquals("news_data/235958", template.resolve(HEADERS));
    Map<String, String> later = new HashMap<>(HEADERS);
    later.put("timestamp", Long.toString(Long.parseLong(HEADERS.get("timestamp")) + 1000));
    assertEquals("news_data/235959", template.resolve(later));
    later.put("dataset", "policy_data");
    assertEquals("policy_data/235959", template.resolve(later));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "soon; the header timestamp is 'soon', not milliseconds since the epoch",
        "' '; the event has no header timestamp for its path"
      })
  void aTimestampThatIsNoneIsRefused(String value, String message) {
    Map<String, String> headers = new HashMap<>(HEADERS);
    headers.put("timestamp", value);
    assertEquals(
        message,
        assertThrows(
                UnresolvablePathException.class, () -> template("%{dataset}/%Y").resolve(headers))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource({"a/b", "a\\b", "..", "a..b", ".hidden", "_hidden", "."})
  void aHeaderThatWouldLeaveOrHideItsFolderIsRefused(String value) {
    Map<String, String> headers = new HashMap<>(HEADERS);
    headers.put("dataset", value);
    assertThrows(
        UnresolvablePathException.class, () -> template("x/%{dataset}/%Y").resolve(headers));
  }

  @Test
  void aNameThatNoFileSystemTakesIsRefused() {
    Map<String, String> headers = new HashMap<>(HEADERS);
    headers.put("dataset", "x".repeat(201));
    assertThrows(UnresolvablePathException.class, () -> template("x/%{dataset}").resolve(headers));
  }
}
