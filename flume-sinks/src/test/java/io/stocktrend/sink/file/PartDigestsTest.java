package io.stocktrend.sink.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartDigestsTest {
  private final PartDigests digests = new PartDigests();

  @Test
  void aPartThatHasNotBeenReadMayHoldAnything() {
    assertEquals(Set.of("a", "b"), digests.possible("part", Set.of("a", "b")));
  }

  @Test
  void aPartThatHasBeenReadMayHoldWhatItHolds() {
    Set<String> held = ids(0, 5_000);
    PartDigests.Recorder recorder = digests.record("part");
    held.forEach(recorder::take);
    recorder.complete();

    assertEquals(ids(4_000, 5_000), digests.possible("part", ids(4_000, 9_000)));
    assertEquals(Set.of("other"), digests.possible("another part", Set.of("other")));
  }

  @Test
  void aPartWhoseReadingFailedIsNotRemembered() {
    digests.record("part").take("a");

    assertEquals(Set.of("b"), digests.possible("part", Set.of("b")));
  }

  @Test
  void nothingIsRememberedAfterClearing() {
    PartDigests.Recorder recorder = digests.record("part");
    recorder.take("a");
    recorder.complete();

    digests.clear();

    assertEquals(Set.of("b"), digests.possible("part", Set.of("b")));
  }

  private static Set<String> ids(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> "S" + number + "|2026-11-23T15:00:00.000000Z")
        .collect(Collectors.toSet());
  }
}
