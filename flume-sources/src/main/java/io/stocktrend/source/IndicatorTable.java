package io.stocktrend.source;

import io.stocktrend.record.ConfigFile;
import io.stocktrend.record.NearestName;
import io.stocktrend.record.Settings;
import io.stocktrend.source.provider.ProviderEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flume.conf.ConfigurationException;

/**
 * Reads the keys {@code indicators} ({@code @file}), {@code country} (a list) and {@code shard}.
 * Two rows of one indicator may not differ in unit or frequency.
 */
final class IndicatorTable {
  private static final String DEFAULT = "@conf/macro-indicators.csv";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

  private final Settings settings;
  private final String given;

  private IndicatorTable(Settings settings) {
    this.settings = settings;
    this.given = settings.text("indicators", DEFAULT);
  }

  /** The indicators of the agent's part and countries, in the order of the file. */
  static List<Indicator> read(Settings settings) {
    return new IndicatorTable(settings).read();
  }

  private List<Indicator> read() {
    List<String> countries = countries();
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    for (IndicatorRow row : rows()) {
      countries.stream().filter(row::isOf).forEach(country -> add(row, country, indicators));
    }
    if (indicators.isEmpty()) {
      throw wrong("a file with a row of " + String.join(" or ", countries), null);
    }
    Shard shard = Shard.read(settings, "indicators");
    List<String> all = List.copyOf(indicators.keySet());
    shard.refuseEmpty(settings, all);
    List<String> part = shard.of(all);
    return part.stream().map(indicators::get).toList();
  }

  private List<String> countries() {
    List<String> countries = settings.list("country", List.of("USA")).stream().distinct().toList();
    for (String country : countries) {
      if (!COUNTRY.matcher(country).matches()) {
        throw settings.wrong("country", country, "ISO 3166-1 alpha-3 codes such as USA, DEU", null);
      }
    }
    return countries;
  }

  private List<IndicatorRow> rows() {
    List<String> lines = lines();
    if (lines.isEmpty() || !lines.get(0).equals(IndicatorRow.HEADER)) {
      throw wrong("a file whose first line is " + IndicatorRow.HEADER, null);
    }
    List<IndicatorRow> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      try {
        IndicatorRow row = IndicatorRow.parse(line);
        checkProvider(row.provider());
        rows.add(row);
      } catch (IllegalArgumentException e) {
        throw wrong("right rows: '" + line + "' " + e.getMessage(), e);
      }
    }
    return rows;
  }

  private static void checkProvider(String provider) {
    List<String> known = ObservationProviders.ALL.stream().map(ProviderEntry::name).toList();
    if (!known.contains(provider)) {
      throw new IllegalArgumentException(
          "has provider '" + provider + "': " + NearestName.hint(provider, known));
    }
  }

  /** The lines that are neither empty nor a comment. */
  private List<String> lines() {
    if (!given.startsWith("@")) {
      throw wrong("@ and the name of a file, e.g. " + DEFAULT, null);
    }
    try {
      return Files.readString(ConfigFile.find(given.substring(1)))
          .replace(BYTE_ORDER_MARK, "")
          .lines()
          .map(line -> line.split("#", 2)[0].strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw wrong("@ and the name of a readable file (" + e + ")", e);
    }
  }

  private void add(IndicatorRow row, String country, Map<String, Indicator> indicators) {
    Map<String, String> series = new TreeMap<>();
    Indicator alone =
        new Indicator(row.indicator(), country, row.unit(), row.frequency(), Map.of());
    Indicator before = indicators.get(alone.key());
    if (before != null) {
      check(row, before);
      series.putAll(before.series());
    }
    if (series.put(row.provider(), row.series()) != null) {
      throw wrong("one row of " + row.provider() + " for " + alone.title(), null);
    }
    indicators.put(
        alone.key(), new Indicator(row.indicator(), country, row.unit(), row.frequency(), series));
  }

  private void check(IndicatorRow row, Indicator before) {
    if (!row.unit().equals(before.unit()) || row.frequency() != before.frequency()) {
      throw wrong(
          "one unit and one frequency for all rows of "
              + row.indicator()
              + ", and what has another a name of its own: "
              + row.provider()
              + " has "
              + row.unit()
              + ", "
              + row.frequency(),
          null);
    }
  }

  private ConfigurationException wrong(String allowed, Exception cause) {
    return settings.wrong("indicators", given, allowed, cause);
  }
}
