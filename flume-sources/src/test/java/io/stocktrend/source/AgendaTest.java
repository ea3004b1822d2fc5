package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:20:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-02T11:00:00Z");

  @Test
  void aSourceThatHasNeverRunIsDueAtOnce() {
    assertTrue(agenda(true, null).isDue(NOW));
    assertTrue(agenda(false, null).isNewRound(NOW));
  }

  @Test
  void aMissedDueTimeIsMadeUpForOnce() {
    Agenda agenda = agenda(true, Instant.parse("2026-11-01T07:00:00Z"));
    assertTrue(agenda.isDue(NOW));
    agenda.begin(NOW);
    agenda.complete();
    assertFalse(agenda.isDue(NOW));
    assertEquals(ELEVEN, agenda.next());
  }

  @Test
  void aMissedDueTimeIsNotMadeUpForWhereThatIsNotWanted() {
    assertEquals(ELEVEN, agenda(false, Instant.parse("2026-11-01T07:00:00Z")).next());
  }

  @Test
  void nothingIsMissedBeforeTheNextDueTime() {
    assertEquals(ELEVEN, agenda(true, Instant.parse("2026-11-02T10:00:00Z")).next());
  }

  @Test
  void aLastRunInTheFutureDoesNotSilenceTheSource() {
    assertEquals(ELEVEN, agenda(true, Instant.parse("2031-01-01T00:00:00Z")).next());
  }

  @Test
  void aClockThatIsSetBackDoesNotSilenceTheSource() {
    Agenda agenda = agenda(true, null);
    Instant wrong = Instant.parse("2031-01-01T00:10:00Z");
    agenda.begin(wrong);
    agenda.complete();
    assertFalse(agenda.isDue(NOW));
    assertEquals(ELEVEN, agenda.next());
    assertTrue(agenda.isDue(ELEVEN));
    assertTrue(agenda.isNewRound(ELEVEN));
  }

  @Test
  void aFailedAttemptIsPutOffEverLongerButNeverPastTheNextRound() {
    Agenda agenda = agenda(true, null);
    agenda.begin(NOW);
    Instant now = NOW;
    List<Long> minutes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      agenda.postpone(now);
      minutes.add(Duration.between(now, agenda.next()).toMinutes());
      now = agenda.next();
    }
    assertEquals(List.of(1L, 2L, 4L, 8L, 15L, 10L), minutes);
    assertEquals(ELEVEN, now);
    assertTrue(agenda.isNewRound(now));
  }

  @Test
  void aFurtherAttemptIsNoNewRound() {
    Agenda agenda = agenda(true, null);
    agenda.begin(NOW);
    agenda.postpone(NOW);
    assertTrue(agenda.isDue(agenda.next()));
    assertFalse(agenda.isNewRound(agenda.next()));
    assertEquals(NOW, agenda.roundStart());
  }

  @Test
  void aFailureBeforeARoundBeginsIsNotPutOffPastTheNextRoundEither() {
    Agenda agenda = agenda(true, null);
    Instant late = ELEVEN.minusSeconds(30);
    agenda.postpone(late);
    assertEquals(ELEVEN, agenda.next());
  }

  @Test
  void aNewRoundBeginsWithTheShortestBackOff() {
    Agenda agenda = agenda(true, null);
    agenda.begin(NOW);
    agenda.postpone(NOW);
    agenda.postpone(NOW);
    agenda.begin(ELEVEN);
    agenda.postpone(ELEVEN);
    assertEquals(ELEVEN.plusSeconds(60), agenda.next());
  }

  @Test
  void aRoundThatOutlastsTheNextDueTimeIsFollowedAtOnce() {
    Agenda agenda = agenda(true, null);
    agenda.begin(NOW);
    agenda.complete();
    Instant late = Instant.parse("2026-11-02T13:10:00Z");
    assertTrue(agenda.isDue(late));
    agenda.begin(late);
    agenda.complete();
    assertEquals(Instant.parse("2026-11-02T14:00:00Z"), agenda.next());
  }

  private static Agenda agenda(boolean catchUp, Instant lastRun) {
    Schedule hourly = Schedule.of("0 * * * *", ZoneOffset.UTC);
    SourceSettings settings = new SourceSettings(hourly, catchUp, 10, Path.of("state"), 1);
    return Agenda.from(settings, Optional.ofNullable(lastRun), NOW);
  }
}
