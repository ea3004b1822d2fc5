package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.provider.AnnouncementKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings that only {@link PolicySource} has.
 *
 * @param kinds what is asked for
 * @param symbols the focus list that goes with every announcement
 * @param lookback how far the first round reaches back where it can be told
 */
record PolicySettings(Set<AnnouncementKind> kinds, List<String> symbols, Duration lookback) {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration LONGEST = Duration.ofDays(20_000);

  /**
   * Reads them.
   *
   * @param providers those that are asked; a kind that none of them has is refused
   */
  static PolicySettings of(Settings settings, Collection<String> providers) {
    return new PolicySettings(
        kinds(settings, providers),
        SymbolList.all(settings, FinancialSource.MAG_7),
        settings.duration("lookback", YEAR, Duration.ofDays(1), LONGEST));
  }

  private static Set<AnnouncementKind> kinds(Settings settings, Collection<String> providers) {
    Set<AnnouncementKind> served = EnumSet.noneOf(AnnouncementKind.class);
    providers.forEach(provider -> served.addAll(AnnouncementProviders.KINDS.get(provider)));
    Set<AnnouncementKind> kinds = EnumSet.noneOf(AnnouncementKind.class);
    List<String> all = served.stream().map(Enum::name).toList();
    for (String name : settings.list("kinds", all)) {
      kinds.add(kind(settings, name, served));
    }
    if (kinds.isEmpty()) {
      throw settings.wrong("kinds", settings.text("kinds", ""), allowed(served, providers), null);
    }
    return shard(settings, kinds);
  }

  private static Set<AnnouncementKind> shard(Settings settings, Set<AnnouncementKind> kinds) {
    Shard shard = Shard.read(settings, "kinds");
    List<String> names = kinds.stream().map(Enum::name).toList();
    shard.refuseEmpty(settings, names);
    List<String> own = shard.of(names);
    kinds.removeIf(kind -> !own.contains(kind.name()));
    return kinds;
  }

  private static AnnouncementKind kind(
      Settings settings, String name, Set<AnnouncementKind> served) {
    return Arrays.stream(AnnouncementKind.values())
        .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT)))
        .filter(served::contains)
        .findFirst()
        .orElseThrow(() -> settings.wrong("kinds", name, allowed(served, List.of()), null));
  }

  private static String allowed(Set<AnnouncementKind> served, Collection<String> providers) {
    String names = served.stream().map(Enum::name).collect(Collectors.joining(", "));
    String whose = providers.isEmpty() ? "the providers" : String.join(" and ", providers);
    return "a list of what " + whose + " named in this source have: " + names;
  }
}
