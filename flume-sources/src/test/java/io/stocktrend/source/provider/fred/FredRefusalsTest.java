package io.stocktrend.source.provider.fred;

import static io.stocktrend.source.provider.fred.FredRig.KEY;
import static io.stocktrend.source.provider.fred.FredRig.ROUTE;
import static io.stocktrend.source.provider.fred.FredRig.query;
import static io.stocktrend.source.provider.fred.FredRig.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.FredAnswer;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that are refusals or none, and the pace that forestalls them. */
class FredRefusalsTest {
  @TempDir Path folder;
  private FredRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new FredRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Variable api_key is not set.  Read https://x for more information. | AUTHENTICATION",
        "The value for variable api_key is not a 32 character string. | AUTHENTICATION",
        "The value for variable api_key is not registered. | AUTHENTICATION",
        "The series does not exist. | NOT_FOUND",
        "Variable realtime_end can not be after today's date (2026-11-01). | MALFORMED"
      })
  void aRefusalIsSortedByItsSentence(String sentence, FailureKind kind) {
    rig.server().on(ROUTE, refusal(sentence));
    assertEquals(kind, rig.failure().kind());
    rig.server().off(ROUTE).on(ROUTE, refusal(sentence).newBuilder().code(200).build());
    assertEquals(kind, rig.failure().kind(), "as 200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | {} | RATE_LIMIT",
        "423 | {\"error_code\":423,\"error_message\":\"Locked\"} | RATE_LIMIT",
        "503 | busy | UNAVAILABLE",
        "400 | {} | MALFORMED",
        "200 | {} | MALFORMED",
        "200 | <observations/> | MALFORMED",
        "200 | {\"observations\":[]} | MALFORMED",
        "200 | {\"observations\":[{\"realtime_start\":\"x\"}]} | MALFORMED"
      })
  void whatIsNoAnswerIsSortedToo(int status, String body, FailureKind kind) {
    rig.server().on(ROUTE, status, body);
    assertEquals(kind, rig.failure().kind());
  }

  @Test
  void aValueThatIsNoNumberIsRefused() {
    rig.server()
        .on(ROUTE, new FredAnswer().row("2026-02-01", "2026-11-01", "2026-01-01", "n.b.").text());
    ProviderException failure = rig.failure();
    assertEquals(FailureKind.MALFORMED, failure.kind());
    assertTrue(failure.getMessage().contains("is no number"), failure.getMessage());
  }

  @Test
  void noRefusalRepeatsTheKey() {
    rig.server().on(ROUTE, refusal("The value " + KEY + " for variable api_key is bad."));
    assertFalse(rig.failure().getMessage().contains(KEY));
  }

  @Test
  void theBudgetLetsTwoASecondThrough() throws Exception {
    rig.server().close();
    SteppedTime slow = new SteppedTime("2026-11-02T10:00:00Z");
    try (ProviderServer limited = new ProviderServer(folder, slow)) {
      Files.writeString(
          limited.providersFile(),
          Files.readString(limited.providersFile()).replaceAll("fred.requestsPer\\w+ = 0\n", ""));
      limited.on(ROUTE, new FredAnswer().row("2026-02-01", "2026-11-01", "2026-01-01", "1").text());
      FredObservationProvider asking = new FredObservationProvider(limited.access("fred", KEY));
      for (int i = 0; i < 6; i++) {
        asking.observations(query(null));
      }
      Duration taken = Duration.between(Instant.parse("2026-11-02T10:00:00Z"), slow.instant());
      assertTrue(taken.compareTo(Duration.ofSeconds(2)) >= 0, taken.toString());
    }
  }
}
