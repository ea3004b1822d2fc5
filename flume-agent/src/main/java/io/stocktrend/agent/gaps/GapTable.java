package io.stocktrend.agent.gaps;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Gaps as a statement that gives them as rows, so that they come out in every format. */
final class GapTable {
  private static final String COLUMNS =
      "SELECT dataset, item, \"from\", \"to\", missing, cause, detail FROM (VALUES %s)"
          + " AS gaps(dataset, item, \"from\", \"to\", missing, cause, detail)";
  private static final String NOTHING =
      "('', '', now(), now(), 0, '', '')) AS gaps(dataset, item, \"from\", \"to\", missing, cause,"
          + " detail) WHERE false";
  private static final Comparator<Gap> ORDER =
      Comparator.comparing(Gap::dataset).thenComparing(Gap::from).thenComparing(Gap::item);

  private GapTable() {}

  static String sql(List<Gap> gaps) {
    if (gaps.isEmpty()) {
      return COLUMNS.substring(0, COLUMNS.indexOf("%s")) + NOTHING;
    }
    return COLUMNS.formatted(
        gaps.stream().sorted(ORDER).map(GapTable::row).collect(Collectors.joining(", ")));
  }

  private static String row(Gap gap) {
    return "(%s, %s, %s, %s, %d, %s, %s)"
        .formatted(
            text(gap.dataset().id()),
            text(gap.item()),
            Ledger.literal(gap.from()),
            Ledger.literal(gap.to()),
            gap.missing(),
            text(gap.finding().cause().text()),
            text(gap.finding().detail()));
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
