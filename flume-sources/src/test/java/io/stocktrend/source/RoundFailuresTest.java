package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundFailuresTest {
  private final RoundFailures failures = new RoundFailures("quote");

  @Test
  void whatWasNotObtainedIsKeptByWhatEachProviderMadeOfIt() {
    failures.begin();
    failures.mayPass("AAPL", List.of(failure("yahoo", FailureKind.NOT_FOUND)));
    failures.mayPass(
        "MSFT",
        List.of(failure("yahoo", FailureKind.NOT_FOUND), failure("finnhub", FailureKind.QUOTA)));
    failures.mayPass("IBM", List.of(failure("yahoo", FailureKind.NOT_FOUND)));
    assertEquals(
        Map.of(
            "yahoo not_found", List.of("AAPL", "IBM"),
            "yahoo not_found, finnhub quota", List.of("MSFT")),
        failures.byReason());
  }

  @Test
  void whatIsObtainedInAFurtherAttemptIsNoFailure() {
    failures.begin();
    failures.beginAttempt();
    assertTrue(failures.mayPass("AAPL", List.of(failure("yahoo", FailureKind.UNAVAILABLE))));
    assertFalse(failures.mayPass("XX", List.of(failure("yahoo", FailureKind.NOT_FOUND))));
    failures.beginAttempt();
    assertEquals(Map.of("yahoo not_found", List.of("XX")), failures.byReason());
    failures.begin();
    assertEquals(Map.of(), failures.byReason());
  }

  @Test
  void severalThatAreReportedInOneLineAreKeptOneByOne() {
    failures.begin();
    failures.mayPass(
        "2 symbols", List.of("A", "B"), List.of(failure("finnhub", FailureKind.AUTHENTICATION)));
    assertEquals(Map.of("finnhub authentication", List.of("A", "B")), failures.byReason());
  }

  private static ProviderException failure(String provider, FailureKind kind) {
    return new ProviderException(provider, kind, "a test's");
  }
}
