package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL of features. Each input is joined by its {@code known_at}, which is at or before the
 * session's close, so that nothing later can matter; only the labels look ahead.
 *
 * @param ofSymbols the condition for bars and articles
 * @param known the condition for all rows
 * @param range the condition for the sessions to show, over {@code event_time}
 */
record FeatureSql(String ofSymbols, String known, String range) {
  private static final List<String> BAR_COLUMNS =
      List.of(
          "open",
          "high",
          "low",
          "close",
          "volume",
          "adj_close",
          "change",
          "sma_20",
          "sma_50",
          "sma_200",
          "ema_12",
          "ema_26",
          "rsi_14",
          "macd",
          "macd_signal",
          "macd_histogram",
          "trend");

  /** The whole statement. */
  String statement(List<MacroColumn> macro, List<Integer> horizons) {
    return String.join(
            "\n", "WITH", bars(), sessions(), labels(horizons), news(), macro(macro), fomc())
        + select(macro, horizons);
  }

  private String bars() {
    return """
    bars AS (
      SELECT * FROM %s WHERE "interval" = '1d' AND is_final AND %s AND %s
    ),"""
        .formatted(ViewSql.partsName(Dataset.STOCK_MOVEMENTS), ofSymbols, known);
  }

  /** The first final version of a bar is the one known at the close; it was known at the close. */
  private String sessions() {
    return """
    sessions AS (
      SELECT *, CAST(event_time AS DATE) AS session, known_at AS close_at,
        lag(known_at) OVER (PARTITION BY symbol ORDER BY known_at, event_time) AS previous_close_at
      FROM (
        FROM bars QUALIFY row_number() OVER (
          PARTITION BY symbol, event_time ORDER BY known_at, collected_at DESC) = 1)
    ),
    shown AS (SELECT * FROM sessions WHERE %s),
    closes AS (SELECT DISTINCT close_at, session FROM shown),"""
        .formatted(range);
  }

  private static String labels(List<Integer> horizons) {
    String returns =
        horizons.stream()
            .map(
                sessions ->
                    "lead(close, %d) OVER later / nullif(close, 0) - 1 AS %s"
                        .formatted(sessions, label(sessions)))
            .map(column -> ", " + column)
            .collect(Collectors.joining());
    return """
    labels AS (
      SELECT symbol, event_time%s
      FROM (
        FROM bars QUALIFY row_number() OVER (
          PARTITION BY symbol, event_time ORDER BY known_at DESC, collected_at DESC) = 1)
      WINDOW later AS (PARTITION BY symbol ORDER BY event_time)
    ),"""
        .formatted(returns);
  }

  /** An article counts in the session in which its first version became known. */
  private String news() {
    return """
    articles AS (
      SELECT symbol, left(record_id, -28) AS fact, known_at, collected_at, sentiment_score,
        min(known_at) OVER (PARTITION BY symbol, left(record_id, -28)) AS first_known_at
      FROM %1$s WHERE %2$s AND %3$s
    ),
    news AS (
      SELECT symbol, event_time, count(*) AS news_count,
        avg(sentiment_score ORDER BY sentiment_score) AS news_sentiment
      FROM (
        SELECT s.symbol, s.event_time, a.sentiment_score
        FROM articles a ASOF JOIN sessions s
          ON a.symbol = s.symbol AND a.known_at <= s.close_at
        WHERE a.first_known_at > s.previous_close_at
        QUALIFY row_number() OVER (
          PARTITION BY s.symbol, s.event_time, a.fact
          ORDER BY a.known_at DESC, a.collected_at DESC) = 1)
      GROUP BY ALL
    ),
    news_began AS (SELECT min(known_at) AS began_at FROM %1$s WHERE %3$s),"""
        .formatted(ViewSql.partsName(Dataset.NEWS_DATA), ofSymbols, known);
  }

  /** Of the observations known at a close, the one of the latest date in its newest version. */
  private String macro(List<MacroColumn> columns) {
    String values =
        columns.stream()
            .map(
                column ->
                    ", any_value(value) FILTER (%s) AS %s"
                        .formatted(column.condition(), column.quoted()))
            .collect(Collectors.joining());
    return """
    releases AS (
      SELECT indicator, country, known_at,
        arg_max(value, (observation_date, known_at, collected_at)) OVER (
          PARTITION BY indicator, country ORDER BY known_at) AS value
      FROM %s WHERE value IS NOT NULL AND %s
    ),
    macro AS (
      SELECT close_at%s
      FROM (
        SELECT c.close_at, r.indicator, r.country, r.value
        FROM (
          SELECT * FROM (SELECT DISTINCT close_at FROM closes)
            CROSS JOIN (SELECT DISTINCT indicator, country FROM releases)) c
        ASOF JOIN releases r
          ON c.indicator = r.indicator AND c.country = r.country AND r.known_at <= c.close_at)
      GROUP BY close_at
    ),"""
        .formatted(ViewSql.partsName(Dataset.MACROECONOMIC_DATA), known, values);
  }

  private String fomc() {
    return """
    meetings AS (
      SELECT left(record_id, -28) AS fact, known_at, collected_at, summary,
        coalesce(ends_on, starts_on) AS decides_on
      FROM %s WHERE kind = 'FOMC_MEETING' AND %s
    ),
    fomc AS (
      SELECT close_at, session,
        session - max(decides_on) FILTER (decides_on <= session) AS days_since_fomc,
        min(decides_on) FILTER (decides_on > session) - session AS days_until_fomc
      FROM (
        SELECT c.close_at, c.session, m.summary, m.decides_on
        FROM closes c JOIN meetings m ON m.known_at <= c.close_at
        QUALIFY row_number() OVER (
          PARTITION BY c.close_at, c.session, m.fact
          ORDER BY m.known_at DESC, m.collected_at DESC) = 1)
      WHERE coalesce(summary, '') NOT IN ('notation vote', 'cancelled')
      GROUP BY close_at, session
    )
    """
        .formatted(ViewSql.partsName(Dataset.POLICY_DATA), known);
  }

  private static String select(List<MacroColumn> macro, List<Integer> horizons) {
    String bar =
        BAR_COLUMNS.stream()
            .map(Sql::name)
            .map(name -> ", s." + name)
            .collect(Collectors.joining());
    String indicators =
        macro.stream().map(column -> ", macro." + column.quoted()).collect(Collectors.joining());
    String labels =
        horizons.stream()
            .map(sessions -> ", labels." + label(sessions))
            .collect(Collectors.joining());
    return """
    SELECT s.symbol, s.session, s.close_at AS known_at%s,
      coalesce(news.news_count, CASE WHEN s.previous_close_at >= began_at THEN 0 END) AS news_count,
      news.news_sentiment%s, fomc.days_since_fomc, fomc.days_until_fomc%s
    FROM shown s CROSS JOIN news_began
      LEFT JOIN news ON s.symbol = news.symbol AND s.event_time = news.event_time
      LEFT JOIN macro ON s.close_at = macro.close_at
      LEFT JOIN fomc ON s.close_at = fomc.close_at AND s.session = fomc.session
      LEFT JOIN labels ON s.symbol = labels.symbol AND s.event_time = labels.event_time
    ORDER BY s.event_time, s.symbol"""
        .formatted(bar, indicators, labels);
  }

  private static String label(int sessions) {
    return "forward_return_" + sessions + "d";
  }
}
