package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void timesHaveThreeForms() {
    Instant noon = Instant.parse("2026-11-01T12:00:00Z");
    assertEquals(Instant.parse("2026-11-01T00:00:00Z"), Arguments.time("2026-11-01"));
    assertEquals(noon, Arguments.time("2026-11-01T12:00:00Z"));
    assertEquals(noon, Arguments.time("2026-11-01T13:00:00+01:00"));
  }
}
