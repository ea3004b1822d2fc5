package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Field;
import io.stocktrend.record.NearestName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * A question for features: one row a symbol and daily session, with the bar's indicators, news,
 * macroeconomic values and FOMC meetings as they were known at the session's close, and what the
 * price did after it. Each call narrows it and returns it. Not safe for use by several threads.
 */
public final class FeatureQuery implements Question {
  private static final int FARTHEST_HORIZON = 250;
  private static final Set<Dataset> INPUTS =
      EnumSet.complementOf(EnumSet.of(Dataset.FINANCIAL_DATA));

  private final Answers answers;
  private final List<String> ofSymbol = new ArrayList<>(List.of("true"));
  private final List<String> ofTime = new ArrayList<>(List.of("true"));
  private final List<String> ofKnown = new ArrayList<>(List.of("true"));
  private List<Integer> horizons = List.of(1);
  private List<String> macro = List.of();

  FeatureQuery(Answers answers) {
    this.answers = answers;
  }

  /** Sessions of these symbols; of all without this call. */
  public FeatureQuery symbols(String... symbols) {
    return symbols(List.of(symbols));
  }

  /** The same for a collection. */
  public FeatureQuery symbols(Collection<String> symbols) {
    ofSymbol.add(Symbols.oneOf(Dataset.STOCK_MOVEMENTS, symbols));
    return this;
  }

  /** Sessions that opened at or after that time. */
  public FeatureQuery from(Instant time) {
    ofTime.add(Sql.name(Field.EVENT_TIME.id()) + " >= " + Sql.time(time));
    return this;
  }

  /** Sessions that opened before that time. */
  public FeatureQuery to(Instant time) {
    ofTime.add(Sql.name(Field.EVENT_TIME.id()) + " < " + Sql.time(time));
    return this;
  }

  /** Only what could be known at that time, which matters to the sessions shown and the labels. */
  public FeatureQuery asOf(Instant time) {
    ofKnown.add(Sql.name(Field.KNOWN_AT.id()) + " <= " + Sql.time(time));
    return this;
  }

  /**
   * The forward returns to give, over so many sessions each; over 1 without this call.
   *
   * @throws ClientException if one is not in 1 to 250
   */
  public FeatureQuery horizons(int... sessions) {
    horizons = Arrays.stream(sessions).distinct().boxed().toList();
    for (int horizon : horizons) {
      if (horizon < 1 || horizon > FARTHEST_HORIZON) {
        throw new ClientException(
            Fault.REQUEST,
            "a horizon of %d sessions: it must be 1 to %d".formatted(horizon, FARTHEST_HORIZON));
      }
    }
    return this;
  }

  /** The macroeconomic columns to give, by name; all that there are without this call. */
  public FeatureQuery macro(Collection<String> columns) {
    macro = List.copyOf(columns);
    return this;
  }

  @Override
  public Table table() {
    return question().table();
  }

  @Override
  public long count() {
    return question().count();
  }

  @Override
  public void export(Path file, Format format, DoubleConsumer progress) {
    question().export(file, format, progress);
  }

  private Question question() {
    return answers.question(INPUTS, this::sql);
  }

  private String sql() {
    String known = String.join(" AND ", ofKnown);
    String range = String.join(" AND ", ofTime);
    return new FeatureSql(String.join(" AND ", ofSymbol), known, range)
        .statement(macroColumns(), horizons);
  }

  private List<MacroColumn> macroColumns() {
    List<MacroColumn> present = MacroColumn.present(answers);
    List<String> names = present.stream().map(MacroColumn::name).toList();
    for (String name : macro) {
      if (!names.contains(name)) {
        throw new ClientException(
            Fault.REQUEST,
            "no macroeconomic indicator '%s': %s".formatted(name, NearestName.hint(name, names)));
      }
    }
    return present.stream()
        .filter(column -> macro.isEmpty() || macro.contains(column.name()))
        .toList();
  }
}
