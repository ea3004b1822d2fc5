package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.RecordId;
import io.stocktrend.simulator.ReceivedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day on which every provider misbehaves in every way: in the end all that a day without any
 * misbehaviour brings is there once, or the log says why it is not.
 */
final class UnreliableDayIT {
  private static final long SEED = Long.getLong("stocktrend.faults.seed", 1);
  private static final String MONDAY = "2024-06-10T08:30:00Z";
  private static final Duration DAY = Duration.ofHours(24);

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void whatCanBeHadIsThereOnceAndTheLogSaysWhyTheRestIsNot() throws Exception {
    System.out.println("seed of the faults " + SEED);
    Map<String, GenericRecord> healthy = healthyDay();
    try (DayRig rig = new DayRig(folder.resolve("faulty"), MONDAY);
        LogTape tape = new LogTape()) {
      FaultPlan plan = new FaultPlan(SEED);
      for (String route : FaultPlan.routes()) {
        plan.faults(route).forEach(rig.simulator()::inject);
      }
      rig.run(DAY);
      List<ReceivedRequest> requests = rig.simulator().requests();
      System.out.println(requests.size() + " requests: " + byRoute(requests));
      assertEquals(List.of(), Limits.exceeded(requests));
      Map<String, GenericRecord> found = once(rig.passed());
      List<String> said = new ArrayList<>(tape.complaints());
      said.addAll(rig.refused());
      assertEquals(List.of(), unexplained(healthy, found, said));
    }
  }

  /** Facts that are missing, or end with other values, without a word in the log. */
  private static List<String> unexplained(
      Map<String, GenericRecord> healthy, Map<String, GenericRecord> found, List<String> said) {
    List<String> unexplained = new ArrayList<>();
    int missing = 0;
    for (Map.Entry<String, GenericRecord> fact : healthy.entrySet()) {
      GenericRecord row = found.get(fact.getKey());
      missing += row == null ? 1 : 0;
      boolean isSame = row != null && values(row).equals(values(fact.getValue()));
      if (!isSame && said.stream().noneMatch(line -> isAbout(line, fact.getKey()))) {
        unexplained.add(fact.getKey() + (row == null ? " is missing" : " differs: " + row));
      }
    }
    found.keySet().stream()
        .filter(fact -> !healthy.containsKey(fact))
        .forEach(fact -> unexplained.add(fact + " is no fact of a healthy day"));
    System.out.printf(
        "%d of %d facts missing, %d lines of complaint%n", missing, healthy.size(), said.size());
    return unexplained;
  }

  /** What the fact says, as far as it does not depend on who said it and when. */
  private static List<String> values(GenericRecord row) {
    return switch (row.getSchema().getName()) {
      case "Movement" ->
          Stream.of("open", "high", "low", "close", "volume", "sma_200", "rsi_14", "is_final")
              .map(column -> String.valueOf(row.get(column)))
              .toList();
      case "Observation" -> List.of(row.get("value") + " " + row.get("unit"));
      case "Announcement" ->
          List.of(row.get("title") + " " + new TreeMap<>((Map<?, ?>) row.get("values")));
      default -> List.of();
    };
  }

  private Map<String, GenericRecord> healthyDay() throws Exception {
    try (DayRig rig = new DayRig(folder.resolve("healthy"), MONDAY);
        LogTape tape = new LogTape()) {
      rig.run(DAY);
      assertEquals(List.of(), tape.complaints());
      assertEquals(List.of(), rig.refused());
      assertEquals(List.of(), Limits.exceeded(rig.simulator().requests()));
      Map<String, GenericRecord> facts = once(rig.passed());
      assertTrue(facts.size() > 2_000, "only " + facts.size());
      return facts;
    }
  }

  /** The newest version of each fact, after no record has come twice. */
  private static Map<String, GenericRecord> once(List<GenericRecord> rows) {
    Set<String> ids = new TreeSet<>();
    Map<String, GenericRecord> facts = new TreeMap<>();
    for (GenericRecord row : rows) {
      String id = row.get("record_id").toString();
      assertTrue(ids.add(id), () -> "twice: " + id);
      facts.put(fact(row), row);
    }
    return facts;
  }

  /** What the row is about; a story by its headline, as its address differs by provider. */
  private static String fact(GenericRecord row) {
    String dataset = row.getSchema().getName();
    return dataset
        + '|'
        + (dataset.equals("Article")
            ? row.get("symbol") + "|" + title(row.get("headline").toString())
            : RecordId.naturalKey(row.get("record_id").toString()));
  }

  /** The headline without its publisher. */
  private static String title(String headline) {
    int end = headline.lastIndexOf(" - ");
    return end < 0 ? headline : headline.substring(0, end);
  }

  /**
   * Whether a line says that this fact was refused or that its kind could not be had of its item.
   */
  private static boolean isAbout(String line, String fact) {
    String[] parts = fact.split("\\|", -1);
    String what =
        switch (parts[0]) {
          case "Quote" -> " quote of ";
          case "Movement" -> " bars of ";
          case "Article" -> " news of ";
          case "Observation" -> " observations of ";
          default -> "|";
        };
    int at = line.indexOf(what);
    String item = "(?s).{1,40}?\\b(" + parts[1] + "|and \\d+ more)\\b.*";
    return (at >= 0 && line.substring(at).matches(item))
        || line.startsWith(fact.substring(fact.indexOf('|') + 1));
  }

  private static Map<String, Long> byRoute(List<ReceivedRequest> requests) {
    return requests.stream()
        .collect(
            Collectors.groupingBy(ReceivedRequest::route, TreeMap::new, Collectors.counting()));
  }
}
