package io.stocktrend.assembly;

import io.stocktrend.record.Dataset;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares what is stored after a soak with what there was to collect. */
record SoakFacts(Stored stored, SoakTruth truth, List<SoakGap> gaps, SoakFindings findings) {
  private static final double CENTS = 0.0051;
  private static final double RELATIVE = 1e-5;
  private static final long HOUR = Duration.ofHours(1).toSeconds();

  /** The newsroom has one headline an hour, which both share classes of a company may get. */
  private static final long REPRINT = HOUR;

  void all() throws SQLException {
    bars();
    quotes();
    stories();
    vintages();
    curves();
  }

  private void bars() throws SQLException {
    Map<String, double[]> expected = new HashMap<>(truth.bars());
    findings.count("final bars expected", expected.size());
    List<String> wrong = new ArrayList<>();
    List<String> newest =
        stored
            .parts(Dataset.STOCK_MOVEMENTS)
            .values(
                "concat_ws(' ', symbol, epoch(event_time)::BIGINT, open, high, low, close, volume)",
                "is_final QUALIFY row_number() OVER (PARTITION BY symbol, event_time"
                    + " ORDER BY known_at DESC, collected_at DESC) = 1");
    for (String row : newest) {
      String[] cells = row.split(" ", -1);
      double[] bar = expected.remove(cells[0] + ' ' + cells[1]);
      if (bar != null && !isSame(bar, cells)) {
        wrong.add(row);
      }
    }
    findings.fault("final bars with other values", wrong);
    lookForGaps("stock_movements", expected.keySet());
  }

  private static boolean isSame(double[] bar, String[] cells) {
    boolean isSame = cells.length == bar.length + 2;
    for (int i = 0; isSame && i < bar.length; i++) {
      double found = Double.parseDouble(cells[i + 2]);
      isSame = Math.abs(found - bar[i]) <= CENTS + RELATIVE * Math.abs(bar[i]);
    }
    return isSame;
  }

  private void lookForGaps(String dataset, Set<String> missing) {
    findings.count(dataset + " missing", missing.size());
    findings.fault(
        dataset + " missing without a gap",
        missing.stream().filter(key -> !isInGap(dataset, key)).toList());
  }

  private boolean isInGap(String dataset, String key) {
    String[] cells = key.split(" ", -1);
    Instant time = Instant.ofEpochSecond(Long.parseLong(cells[1]));
    return gaps.stream().anyMatch(gap -> gap.isAbout(dataset, cells[0], time));
  }

  private void quotes() throws SQLException {
    Set<String> expected = new TreeSet<>(truth.quotes());
    findings.count("quotes expected", expected.size());
    String hour = "floor(epoch(collected_at) / 3600)::BIGINT * " + HOUR;
    expected.removeAll(
        stored.parts(Dataset.FINANCIAL_DATA).values("DISTINCT symbol || ' ' || " + hour));
    lookForGaps("financial_data", expected);
  }

  /** Each story once, whoever told it and however often. */
  private void stories() throws SQLException {
    Map<String, List<Long>> found = new HashMap<>();
    for (String row :
        stored
            .parts(Dataset.NEWS_DATA)
            .values("concat_ws(' ', symbol, epoch(event_time)::BIGINT, headline)")) {
      found.computeIfAbsent(title(row), key -> new ArrayList<>()).add(second(row));
    }
    List<String> stories = truth.stories();
    findings.count("stories expected", stories.size());
    findings.fault(
        "stories that are not there once",
        stories.stream().filter(story -> times(story, found) != 1).toList());
  }

  /** A reprint comes later; what is told of a company's other share class may come earlier. */
  private static long times(String story, Map<String, List<Long>> found) {
    long second = second(story);
    return found.getOrDefault(title(story), List.of()).stream()
        .filter(time -> Math.abs(time - second) <= REPRINT)
        .count();
  }

  /** Symbol and headline, without its publisher. */
  private static String title(String story) {
    String[] cells = story.split(" ", 3);
    int end = cells[2].lastIndexOf(" - ");
    return cells[0] + ' ' + (end < 0 ? cells[2] : cells[2].substring(0, end));
  }

  private static long second(String story) {
    return Long.parseLong(story.split(" ", 3)[1]);
  }

  private void vintages() throws SQLException {
    Map<String, Double> expected = truth.vintages();
    findings.count("releases of indicators expected", expected.size());
    List<String> wrong = new ArrayList<>();
    for (String row :
        stored
            .parts(Dataset.MACROECONOMIC_DATA)
            .values(
                "concat_ws(' ', indicator, observation_date, realtime_start, value)",
                "provider = 'fred'")) {
      String[] cells = row.split(" ", -1);
      String key = cells[0] + ' ' + cells[1] + ' ' + cells[2];
      Double value = cells.length > 3 ? Double.valueOf(cells[3]) : null;
      if (expected.containsKey(key) && !Objects.equals(expected.remove(key), value)) {
        wrong.add(row);
      }
    }
    findings.fault("releases with other values", wrong);
    findings.fault("releases missing", expected.keySet());
  }

  private void curves() throws SQLException {
    Set<String> expected = new HashSet<>(truth.curves());
    findings.count("yield curves expected", expected.size());
    String curve = "kind = 'TREASURY_YIELD_CURVE'";
    expected.removeAll(stored.parts(Dataset.POLICY_DATA).values("starts_on::VARCHAR", curve));
    findings.fault("yield curves missing", expected);
  }
}
