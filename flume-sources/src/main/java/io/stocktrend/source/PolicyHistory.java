package io.stocktrend.source;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.Finding;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Announcements of the past, kind by kind, those that the store lacks. */
final class PolicyHistory implements History {
  private final PolicyDesk desk;

  PolicyHistory(PolicyDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<ProviderException> ask(Wanted wanted, Emitter emitter)
      throws IOException, InterruptedException {
    LocalDate since = LocalDate.ofInstant(wanted.from(), ZoneOffset.UTC);
    Announcements answer = desk.ask(PolicyTask.of(wanted.item()), since, emitter);
    List<Finding> missing = new ArrayList<>();
    for (Finding finding : answer.lastOfEach()) {
      if (isWanted(wanted, finding) && !emitter.knows(finding.key())) {
        missing.add(finding);
      }
    }
    for (Finding finding : missing) {
      desk.take(finding, answer, emitter);
    }
    return List.copyOf(answer.failed());
  }

  private static boolean isWanted(Wanted wanted, Finding finding) {
    return wanted.holds(finding.row().getEventTime())
        || (finding.publishedAt() != null && wanted.holds(finding.publishedAt()));
  }
}
