package io.stocktrend.source.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.DynamicTest;

/** What one recorded body of announcements proves. */
@FunctionalInterface
interface RecordedProof {
  void check(Path body) throws Exception;

  /**
   * A test for each row of a table of bodies.
   *
   * @param before each of them
   */
  static Stream<DynamicTest> tests(
      Map<String, RecordedProof> table, Path recordings, Runnable before) {
    return table.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(),
                    () -> {
                      before.run();
                      row.getValue().check(recordings.resolve(row.getKey()));
                    }));
  }

  /** The body as a page without a type. */
  static MockResponse answer(Path body) throws IOException {
    return new MockResponse.Builder()
        .code(200)
        .body(new Buffer().write(Files.readAllBytes(body)))
        .build();
  }

  static AnnouncementQuery query(AnnouncementKind kind, LocalDate since) {
    return new AnnouncementQuery(kind, since, key -> false);
  }
}
