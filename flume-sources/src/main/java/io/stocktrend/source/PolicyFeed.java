package io.stocktrend.source;

import io.stocktrend.record.Dataset;
import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementProvider;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.Finding;
import io.stocktrend.source.provider.OpenProviders;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announcements, kind by kind: each provider is asked for the kinds that are its own, and one
 * kind's failure costs no other kind. Where a request can be narrowed by day, it reaches back to
 * the newest row of its kind, and some weeks further for what is revised.
 */
final class PolicyFeed implements Feed {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyFeed.class);
  // Long enough for the results of an auction that was announced before, and for revisions.
  private static final int OVERLAP_DAYS = 45;
  private static final int SHOWN = 3;

  private final OpenProviders<AnnouncementProvider> providers;
  private final PolicySettings settings;
  private final Clock clock;
  private final PolicyDesk desk;
  private final Set<PolicyTask> open = new LinkedHashSet<>();
  private final RoundFailures failures = new RoundFailures("complete answer");

  PolicyFeed(OpenProviders<AnnouncementProvider> providers, PolicySettings settings, Clock clock) {
    this.providers = providers;
    this.settings = settings;
    this.clock = clock;
    this.desk = new PolicyDesk(providers.byName(), settings.symbols(), clock);
  }

  @Override
  public void begin() {
    open.clear();
    failures.begin();
    open.addAll(tasks());
  }

  private List<PolicyTask> tasks() {
    List<PolicyTask> tasks = new ArrayList<>();
    for (String provider : providers.byName().keySet()) {
      kinds(provider).forEach(kind -> tasks.add(new PolicyTask(provider, kind)));
    }
    return tasks;
  }

  private List<AnnouncementKind> kinds(String provider) {
    return settings.kinds().stream()
        .filter(AnnouncementProviders.KINDS.get(provider)::contains)
        .toList();
  }

  @Override
  public Progress poll(Emitter emitter) throws IOException, InterruptedException {
    failures.beginAttempt();
    for (PolicyTask task : List.copyOf(open)) {
      Announcements answer = desk.ask(task, since(task, emitter), emitter);
      for (Finding finding : answer.lastOfEach()) {
        desk.take(finding, answer, emitter);
      }
      report(task, answer.unusable());
      if (answer.failed().isEmpty()) {
        markNewest(task, answer, emitter);
        failures.obtained(task.name());
        open.remove(task);
      } else if (!failures.mayPass(task.name(), answer.failed())) {
        open.remove(task);
      }
    }
    return failures.progress(!open.isEmpty());
  }

  private LocalDate since(PolicyTask task, Emitter emitter) {
    return emitter
        .mark(task.name())
        .map(day -> LocalDate.parse(day).minusDays(OVERLAP_DAYS))
        .orElseGet(() -> today().minusDays(settings.lookback().toDays()));
  }

  /**
   * An answer without rows, or with old ones, must not hide what it lacks from the next request.
   */
  private void markNewest(PolicyTask task, Announcements answer, Emitter emitter) {
    answer.found().stream()
        .map(finding -> finding.row().getStartsOn())
        .filter(day -> day != null && !day.isAfter(today()))
        .max(LocalDate::compareTo)
        .ifPresent(day -> emitter.mark(task.name(), day.toString()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** What is no announcement is left out and said; a row that lacks its time comes to no store. */
  private static void report(PolicyTask task, List<String> unusable) {
    if (!unusable.isEmpty()) {
      List<String> some = new ArrayList<>(unusable.subList(0, Math.min(SHOWN, unusable.size())));
      LOG.warn(
          "{} rows of {} are left out, because they cannot be dated or read: {}{}",
          unusable.size(),
          task.name(),
          String.join("; ", some),
          unusable.size() > SHOWN ? "; …" : "");
    }
  }

  /** The calendar's pages and the statements go back years, and come again each time. */
  @Override
  public Duration memory() {
    return Duration.ofDays(3650);
  }

  @Override
  public Map<String, ProviderClient> clients() {
    return providers.clients();
  }

  @Override
  public Map<String, List<String>> failed() {
    return failures.byReason();
  }

  @Override
  public Optional<Expected> expected() {
    List<String> names = tasks().stream().map(PolicyTask::name).toList();
    return Optional.of(new Expected(Dataset.POLICY_DATA, day -> names, Optional.empty()));
  }

  @Override
  public Optional<History> history() {
    return Optional.of(new PolicyHistory(desk));
  }

  @Override
  public List<Demand> demands() {
    return Demands.ofEach(providers, name -> kinds(name).size());
  }

  @Override
  public void close() {
    providers.close();
  }
}
