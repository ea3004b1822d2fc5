package io.stocktrend.source;

import static io.stocktrend.source.EmitterRig.ELEVEN;
import static io.stocktrend.source.EmitterRig.TEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an emitter takes, and what it knows of what it has taken. */
class EmitterTest {
  @TempDir Path folder;
  private EmitterRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new EmitterRig(folder);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void whatHasBeenEmittedIsNotEmittedAgain() throws Exception {
    rig.send("AAPL", 1, TEN);
    rig.send("AAPL", 1, ELEVEN);
    rig.send("AAPL", 2, ELEVEN);
    rig.send("AAPL", 1, ELEVEN.plusSeconds(1));
    assertEquals(
        List.of(
            "AAPL|2026-11-02T10:00:00.000000Z",
            "AAPL|2026-11-02T11:00:00.000000Z",
            "AAPL|2026-11-02T11:00:01.000000Z"),
        rig.ids());
    assertEquals(1, rig.emitter().unchanged());
    assertEquals(3, rig.emitter().emitted());
  }

  @Test
  void whatHasBeenEmittedIsKnownAfterARestart() throws Exception {
    rig.send("AAPL", 1, TEN);
    rig.restart(2);
    rig.send("AAPL", 1, ELEVEN);
    assertEquals(1, rig.taken().size());
  }

  @Test
  void twoVersionsOfAFactInOnePollAreBothEmitted() throws Exception {
    rig.offer("AAPL", 1, TEN);
    rig.offer("AAPL", 2, ELEVEN);
    rig.offer("AAPL", 2, ELEVEN.plusSeconds(1));
    rig.emitter().flush();
    assertEquals(
        List.of("AAPL|2026-11-02T10:00:00.000000Z", "AAPL|2026-11-02T11:00:00.000000Z"), rig.ids());
  }

  @Test
  void twoVersionsOfAFactGoInOneSliceAndTheNewerIsRemembered() throws Exception {
    rig.restart(10);
    rig.offer("AAPL", 1, TEN);
    rig.offer("AAPL", 2, ELEVEN);
    rig.emitter().flush();
    assertEquals(1, rig.taken().size());
    rig.restart(10);
    rig.send("AAPL", 2, ELEVEN);
    assertEquals(1, rig.taken().size(), "unchanged");
    rig.send("AAPL", 1, ELEVEN);
    assertEquals(2, rig.taken().size(), "as it was before, after another");
  }

  @Test
  void aFactThatIsToldOnceIsNotTakenAgainWithOtherValues() throws Exception {
    rig.emitter().offerOnce(Bench.quote("AAPL", 1, TEN), List.of());
    rig.emitter().offerOnce(Bench.quote("AAPL", 2, TEN), List.of());
    rig.emitter().flush();
    rig.restart(2);
    rig.emitter().offerOnce(Bench.quote("AAPL", 3, ELEVEN), List.of());
    rig.emitter().flush();
    assertEquals(1, rig.taken().size());
    assertEquals(1, rig.emitter().unchanged(), "since the restart");
  }

  @Test
  void whatWasTakenIsKnownByItsKeyAndItsAliases() throws Exception {
    rig.emitter().offer(Bench.quote("AAPL", 1, TEN), List.of("story|one"));
    assertTrue(rig.emitter().knows("AAPL") && rig.emitter().knows("story|one"), "while it waits");
    assertEquals(Set.of("story|one"), rig.emitter().known("story|"));
    rig.emitter().flush();
    rig.restart(2);
    assertTrue(rig.emitter().knows("AAPL") && rig.emitter().knows("story|one"), "after a restart");
    assertEquals(Set.of("story|one"), rig.emitter().known("story|"));
    assertFalse(rig.emitter().knows("story|two"));
  }

  @Test
  void aMarkIsKeptOnceWhatWasOfferedBeforeItIsInTheChannel() throws Exception {
    rig.refuse(new IllegalStateException("stopped here"));
    rig.offer("AAPL", 1, TEN);
    rig.emitter().mark("bar", "ten");
    assertEquals("ten", rig.emitter().mark("bar").orElseThrow());
    assertThrows(IllegalStateException.class, () -> rig.emitter().flush());
    rig.restart(2);
    assertTrue(rig.emitter().mark("bar").isEmpty(), "its event was not in the channel");
    rig.emitter().mark("bar", "ten");
    rig.emitter().flush();
    rig.restart(2);
    assertEquals("ten", rig.emitter().mark("bar").orElseThrow());
  }

  @Test
  void aSliceThatAStopCutsOffKeepsItsMark() throws Exception {
    rig.refuse(new IllegalStateException("stopped here"));
    rig.emitter().mark("bar", "ten");
    rig.offer("AAPL", 1, TEN);
    assertThrows(IllegalStateException.class, () -> rig.emitter().flush());
    rig.restart(2);
    assertTrue(rig.emitter().mark("bar").isEmpty(), "its event is not in the channel");
    rig.emitter().flush();
    assertEquals("ten", rig.emitter().mark("bar").orElseThrow());
    assertEquals(1, rig.taken().size());
  }

  @Test
  void whatNoProviderBringsUpAnyMoreIsForgotten() throws Exception {
    rig.send("AAPL", 1, TEN);
    rig.send("MSFT", 1, TEN);
    rig.time().pass(Duration.ofDays(31));
    rig.send("MSFT", 1, TEN);
    rig.emitter().complete(rig.time().instant(), Duration.ofDays(30));
    rig.restart(2);
    assertFalse(rig.emitter().knows("AAPL"));
    assertTrue(rig.emitter().knows("MSFT"));
  }
}
