package io.stocktrend.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flume.instrumentation.ChannelCounter;
import org.apache.flume.instrumentation.util.JMXPollUtil;
import org.junit.jupiter.api.Test;

/** The metrics, and the files that are written for them, name the same. */
class MonitoringFilesTest {
  private static final Pattern NAME = Pattern.compile("\\b(?:stocktrend|flume)_[a-z_]+\\b");
  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
  private static final Pattern NAMED_ALERT = Pattern.compile("`(Stocktrend[A-Z]\\w+)`");
  private static final Path MONITORING = Path.of("../conf/monitoring");
  private static final Path PAGE = Path.of("../docs/operations.md");

  @Test
  void theRulesNameOnlyMetricsThatAreServed() throws IOException {
    assertServed(MONITORING.resolve("stocktrend-rules.yml"));
  }

  @Test
  void theDashboardIsJsonAndNamesOnlyMetricsThatAreServed() throws IOException {
    Path dashboard = MONITORING.resolve("stocktrend-dashboard.json");
    assertFalse(new ObjectMapper().readTree(dashboard.toFile()).path("panels").isEmpty());
    assertServed(dashboard);
  }

  @Test
  void everyMetricIsOnTheDashboard() throws IOException {
    assertEquals(ours(), only("stocktrend_", MONITORING.resolve("stocktrend-dashboard.json")));
  }

  @Test
  void thePageListsEveryMetricAndNoOther() throws IOException {
    assertEquals(ours(), only("stocktrend_", PAGE));
  }

  @Test
  void thePageListsEveryAlertAndNoOther() throws IOException {
    Set<String> alerts = found(ALERT, MONITORING.resolve("stocktrend-rules.yml"));
    assertFalse(alerts.isEmpty());
    assertEquals(alerts, found(NAMED_ALERT, PAGE));
  }

  private static Set<String> found(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertServed(Path file) throws IOException {
    Set<String> unknown = names(file);
    assertFalse(unknown.isEmpty());
    unknown.removeAll(ours());
    unknown.removeAll(flumes());
    assertEquals(Set.of(), unknown);
  }

  private static Set<String> only(String prefix, Path file) throws IOException {
    Set<String> names = names(file);
    names.removeIf(name -> !name.startsWith(prefix));
    return names;
  }

  private static Set<String> names(Path file) throws IOException {
    return NAME.matcher(Files.readString(file))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> ours() {
    return Arrays.stream(Metric.values())
        .map(Metric::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a channel of Flume gives. */
  private static Set<String> flumes() {
    ChannelCounter counter = new ChannelCounter("named");
    counter.start();
    counter.setChannelCapacity(10);
    try {
      return Samples.of(JMXPollUtil.getAllMBeans(), Clock.systemUTC()).stream()
          .map(Sample::metric)
          .collect(Collectors.toSet());
    } finally {
      counter.stop();
    }
  }
}
