package io.stocktrend.agent.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints samples in Prometheus' text format, version 0.0.4. */
final class PrometheusText {
  /** What a scraper is told of the text. */
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private PrometheusText() {}

  static String print(List<Sample> samples) {
    Map<String, List<Sample>> families = new TreeMap<>();
    for (Sample sample : samples) {
      families.computeIfAbsent(sample.metric(), name -> new ArrayList<>()).add(sample);
    }
    StringBuilder text = new StringBuilder();
    families.forEach((name, family) -> text.append(head(name)).append(lines(family)));
    return text.toString();
  }

  private static String head(String name) {
    return Arrays.stream(Metric.values())
        .filter(metric -> metric.text().equals(name))
        .map(
            metric ->
                "# HELP %s %s\n# TYPE %s %s\n"
                    .formatted(name, metric.help(), name, metric.type().text()))
        .findFirst()
        .orElse("# TYPE " + name + " untyped\n");
  }

  private static String lines(List<Sample> family) {
    return family.stream()
        .map(sample -> sample.metric() + labels(sample.labels()) + " " + number(sample) + "\n")
        .sorted()
        .collect(Collectors.joining());
  }

  private static String labels(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(Sample sample) {
    return BigDecimal.valueOf(sample.value()).stripTrailingZeros().toPlainString();
  }
}
