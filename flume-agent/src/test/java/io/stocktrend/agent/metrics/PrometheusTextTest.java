package io.stocktrend.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {
  @Test
  void everyFamilyHasItsHeadOnceAndItsSamplesInOrder() {
    assertEquals(
        """
        # TYPE flume_channel_channel_size untyped
        flume_channel_channel_size{component="parquet"} 1234567890123
        # HELP stocktrend_quota_left Requests that a limit of 24 hours leaves; absent without one.
        # TYPE stocktrend_quota_left gauge
        stocktrend_quota_left{provider="fred",source="macro"} 0.5
        stocktrend_quota_left{provider="newsapi",source="news"} 44
        """,
        PrometheusText.print(
            List.of(
                quota("newsapi", "news", 44),
                new Sample(
                    "flume_channel_channel_size", Map.of("component", "parquet"), 1234567890123d),
                quota("fred", "macro", 0.5))));
  }

  @Test
  void labelsAreEscaped() {
    assertEquals(
        "# TYPE x untyped\nx{component=\"a\\\\b\\\"c\\nd\"} 0\n",
        PrometheusText.print(List.of(new Sample("x", Map.of("component", "a\\b\"c\nd"), 0))));
  }

  private static Sample quota(String provider, String source, double left) {
    return new Sample(
        Metric.QUOTA_LEFT.text(), Map.of("provider", provider, "source", source), left);
  }
}
