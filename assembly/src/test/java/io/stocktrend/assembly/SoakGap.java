package io.stocktrend.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of the command {@code gaps}. */
record SoakGap(String dataset, String item, Instant from, Instant to, int missing, String cause) {
  private static final String CELL = "([^,]*),";
  private static final String ITEM = "(\"(?:[^\"]|\"\")*\"|[^,]*),";
  private static final Pattern ROW =
      Pattern.compile(CELL + ITEM + CELL + CELL + "(\\d+)," + CELL + ".*");
  private static final Set<String> CONTEXT = Set.of("macroeconomic_data", "policy_data");

  /** The rows of the command's CSV. */
  static List<SoakGap> parse(String csv) {
    return csv.lines().skip(1).map(SoakGap::row).toList();
  }

  private static SoakGap row(String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      throw new AssertionError("a row of gaps that cannot be read: " + line);
    }
    Instant from = Instant.parse(row.group(3));
    Instant to = Instant.parse(row.group(4));
    int missing = Integer.parseInt(row.group(5));
    return new SoakGap(row.group(1), row.group(2), from, to, missing, row.group(6));
  }

  String agent() {
    return CONTEXT.contains(dataset) ? "context" : "raw";
  }

  /** Whether it says that this is missing. */
  boolean isAbout(String ofDataset, String ofItem, Instant time) {
    return dataset.equals(ofDataset)
        && (item.equals(ofItem) || item.equals("*"))
        && !time.isBefore(from)
        && !time.isAfter(to);
  }
}
