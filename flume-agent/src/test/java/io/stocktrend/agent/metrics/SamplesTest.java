package io.stocktrend.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:10:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @Test
  void aSourceGivesItsRowsRoundsAndTimes() {
    String success = Long.toString(NOW.minusSeconds(600).toEpochMilli());
    Map<String, String> bean =
        Map.of(
            "Type", "SOURCE",
            "RowsEmittedCount", "7",
            "RoundCompleteCount", "2",
            "LastSuccessTime", success,
            "NextRunTime", Long.toString(NOW.plusSeconds(3000).toEpochMilli()),
            "ThreadAlive", "1");
    Map<String, Double> samples = samples(Map.of("SOURCE.quotes", bean));
    assertEquals(7, samples.get("stocktrend_rows_emitted_total{source=quotes}"));
    assertEquals(2, samples.get("stocktrend_rounds_total{outcome=complete, source=quotes}"));
    assertEquals(600, samples.get("stocktrend_freshness_seconds{source=quotes}"));
    assertEquals(
        (double) NOW.plusSeconds(3000).getEpochSecond(),
        samples.get("stocktrend_next_run_timestamp_seconds{source=quotes}"));
    assertEquals(1, samples.get("stocktrend_source_thread_alive{source=quotes}"));
  }

  @Test
  void whatIsNotKnownYetIsLeftOutInsteadOfZero() {
    Map<String, String> source = Map.of("Type", "SOURCE", "RowsEmittedCount", "0");
    Map<String, String> provider =
        Map.of("Type", "PROVIDER", "Source", "q", "Provider", "yahoo", "QuotaLeft", "-1");
    Map<String, Double> samples = samples(Map.of("SOURCE.q", source, "PROVIDER.q.yahoo", provider));
    assertTrue(
        samples.keySet().stream()
            .noneMatch(name -> name.matches(".*(freshness|last_success|quota_left).*")),
        samples::toString);
  }

  @Test
  void aProviderGivesItsRequestsByOutcome() {
    Map<String, String> bean =
        Map.of(
            "Type", "PROVIDER",
            "Source", "quotes",
            "Provider", "finnhub",
            "AnsweredCount", "12",
            "NotAskedCount", "3",
            "RequestMillis", "1500",
            "QuotaLeft", "9");
    Map<String, Double> samples = samples(Map.of("PROVIDER.quotes.finnhub", bean));
    String labels = "provider=finnhub, source=quotes}";
    assertEquals(12, samples.get("stocktrend_requests_total{outcome=answered, " + labels));
    assertEquals(3, samples.get("stocktrend_requests_total{outcome=not_asked, " + labels));
    assertEquals(1.5, samples.get("stocktrend_request_seconds_sum{" + labels));
    assertEquals(9, samples.get("stocktrend_quota_left{" + labels));
  }

  @Test
  void aSinkGivesWhatItHasCommitted() {
    Map<String, String> bean = new HashMap<>();
    bean.put("Type", "SINK");
    bean.put("BatchMillis", "2500");
    bean.put("BatchCompleteCount", "2");
    bean.put("BatchUnderflowCount", "3");
    bean.put("EventDrainSuccessCount", "2500");
    bean.put("QuarantineDepth", "4");
    Map<String, Double> samples = samples(Map.of("SINK.parquet", bean));
    assertEquals(5, samples.get("stocktrend_sink_batches_total{sink=parquet}"));
    assertEquals(2500, samples.get("stocktrend_sink_rows_total{sink=parquet}"));
    assertEquals(2.5, samples.get("stocktrend_sink_commit_seconds_sum{sink=parquet}"));
    assertEquals(4, samples.get("stocktrend_quarantine_depth{sink=parquet}"));
  }

  @Test
  void flumesOwnCountersKeepTheirNamesAndTextIsLeftOut() {
    Map<String, String> bean =
        Map.of("Type", "CHANNEL", "ChannelFillPercentage", "1.0E-4", "Note", "of no number");
    assertEquals(
        Map.of("flume_channel_channel_fill_percentage{component=parquet}", 0.0001),
        samples(Map.of("CHANNEL.parquet", bean)));
  }

  @Test
  void aChannelWithoutCapacityHasNoFilling() {
    String largest = Double.toString(Double.MAX_VALUE);
    Map<String, String> bean = Map.of("Type", "CHANNEL", "ChannelFillPercentage", largest);
    assertEquals(Map.of(), samples(Map.of("CHANNEL.parquet", bean)));
  }

  private static Map<String, Double> samples(Map<String, Map<String, String>> beans) {
    List<Sample> samples = Samples.of(beans, CLOCK);
    return samples.stream()
        .collect(
            Collectors.toMap(
                sample -> sample.metric() + new TreeMap<>(sample.labels()), Sample::value));
  }
}
