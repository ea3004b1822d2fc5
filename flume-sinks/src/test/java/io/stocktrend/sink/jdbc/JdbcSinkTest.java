package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Quote;
import io.stocktrend.sink.Quotes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flume.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdbcSinkTest {
  private static final EventCodec CODEC = new EventCodec();
  private static final String UTC = " AT TIME ZONE 'UTC'";

  @TempDir Path base;
  private JdbcRig rig;

  @BeforeEach
  void emptySchema() throws Exception {
    rig = JdbcRig.inMemory(base);
  }

  @Test
  void everyDatasetComesBackAsItWas() throws Exception {
    rig.put(
        CODEC.encode(FiveRecords.quote()),
        CODEC.encode(FiveRecords.movement()),
        CODEC.encode(FiveRecords.article()),
        CODEC.encode(FiveRecords.observation()),
        CODEC.encode(FiveRecords.announcement()));
    rig.deliver();

    assertEquals(List.of(), rig.reasons());
    assertEquals(
        List.of(
            FiveRecords.id("AAPL")
                + " 2026-11-02 12:00:00.123457 1969-12-31 23:59:59.999999 2026-11-02"
                + " 12:00:00.123458 0.30000000000000004 9223372036854775807 null"),
        rig.query(
            "SELECT record_id, event_time%1$s, known_at%1$s, collected_at%1$s, close, volume, open FROM $financial_data"
                .replace("%1$s", UTC)));
    assertEquals(
        List.of("MSFT 1d t -1e-300 null"),
        rig.query("SELECT symbol, interval, is_final, close, trend FROM $stock_movements"));
    assertEquals(
        List.of("null " + FiveRecords.article().getHeadline() + "  null"),
        rig.query("SELECT symbol, headline, summary, url FROM $news_data"));
    assertEquals(
        List.of("1947-01-01 null 9999-12-31 6 A\"B C\\D {E,F}  NULL null"),
        rig.query(
            "SELECT observation_date, realtime_start, realtime_end, cardinality(r), r[2], r[3],"
                + " r[4], r[5], r[6], value FROM (SELECT *, related_symbols AS r FROM"
                + " $macroeconomic_data) AS x"));
    assertEquals(
        List.of("f 4.125 1e-07 {} null"),
        rig.query(
            "SELECT has_projections, values->'10 \"Yr\"', (values->>'2 Mo')::float8,"
                + " related_symbols, summary FROM $policy_data"));
  }

  @Test
  void aTimeOfAnotherCenturyKeepsItsMicrosecond() throws Exception {
    rig.put(Quotes.event(0, Instant.parse("2300-01-01T00:00:00.123457Z")));
    rig.deliver();
    assertEquals(
        List.of("2300-01-01 00:00:00.123457"),
        rig.query("SELECT collected_at" + UTC + " FROM $financial_data"));
  }

  @Test
  void tablesHaveTypedColumnsAPrimaryKeyAndAnIndex() throws Exception {
    rig.put(CODEC.encode(FiveRecords.quote()), CODEC.encode(FiveRecords.announcement()));
    rig.deliver();
    String type =
        "SELECT format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' required' ELSE ''"
            + " END FROM pg_attribute WHERE attrelid = '$%s'::regclass AND attname = '%s'";
    assertEquals(
        List.of("timestamp with time zone required"),
        rig.query(type.formatted("financial_data", "event_time")));
    assertEquals(List.of("bigint"), rig.query(type.formatted("financial_data", "volume")));
    assertEquals(List.of("date"), rig.query(type.formatted("policy_data", "starts_on")));
    assertEquals(List.of("jsonb required"), rig.query(type.formatted("policy_data", "values")));
    assertEquals(
        List.of("text[] required"), rig.query(type.formatted("policy_data", "related_symbols")));
    String keys =
        "SELECT regexp_replace(pg_get_indexdef(indexrelid), '.*USING ', '') FROM pg_index WHERE"
            + " indrelid = '$%s'::regclass ORDER BY indisprimary DESC";
    assertEquals(
        List.of("btree (record_id)", "btree (symbol, event_time)"),
        rig.query(keys.formatted("financial_data")));
    assertEquals(
        List.of("btree (record_id)", "btree (event_time)"),
        rig.query(keys.formatted("policy_data")));
  }

  @Test
  void aReplayedBatchTouchesNoRow() throws Exception {
    rig.put(Quotes.events(0, 500)).put(CODEC.encode(FiveRecords.announcement()));
    rig.deliver();
    String versions = "SELECT xmin, ctid, record_id FROM $financial_data ORDER BY record_id";
    List<String> before = rig.query(versions);
    String policy = "SELECT xmin, ctid FROM $policy_data";
    List<String> policyBefore = rig.query(policy);

    rig.put(Quotes.events(0, 500)).put(CODEC.encode(FiveRecords.announcement()));
    rig.deliver(Map.of("batchSize", "70"));

    assertEquals(500, before.size());
    assertEquals(before, rig.query(versions));
    assertEquals(policyBefore, rig.query(policy));
    assertEquals(
        List.of("501 0 0"),
        rig.query(
            "SELECT sum(n_tup_ins), sum(n_tup_upd), sum(n_dead_tup) FROM pg_stat_user_tables WHERE"
                + " schemaname || '.' = '$'"));
  }

  @Test
  void theNewestOfEqualIdsIsStoredInWhateverOrderTheyCome() throws Exception {
    Event older = quote(0, 1.0);
    Event newer = quote(5, 2.0);
    Event newest = quote(9, 3.0);
    rig.put(newer, older);
    rig.deliver();
    assertEquals(List.of("2"), rig.query("SELECT close FROM $financial_data"));
    rig.put(newest);
    rig.deliver();
    rig.put(older, newer);
    rig.deliver();
    assertEquals(List.of("3"), rig.query("SELECT close FROM $financial_data"));
  }

  private static Event quote(int second, double close) {
    return CODEC.encode(
        Quote.newBuilder(FiveRecords.quote())
            .setCollectedAt(FiveRecords.TIME.plusSeconds(second))
            .setClose(close)
            .build());
  }

  @Test
  void aColumnThatTheTableLacksIsAdded() throws Exception {
    rig.put(CODEC.encode(FiveRecords.quote()), CODEC.encode(FiveRecords.announcement()));
    rig.deliver();
    rig.run("ALTER TABLE $financial_data DROP COLUMN market_cap, DROP COLUMN pe_ratio");
    rig.run("ALTER TABLE $policy_data DROP COLUMN \"values\"");
    Quote next =
        Quote.newBuilder(FiveRecords.quote())
            .setRecordId(FiveRecords.id("ABNB"))
            .setMarketCap(7L)
            .build();
    Announcement announcement =
        Announcement.newBuilder(FiveRecords.announcement())
            .setRecordId(FiveRecords.id("other"))
            .build();
    rig.put(CODEC.encode(next), CODEC.encode(announcement));
    rig.deliver();

    assertEquals(
        List.of("null", "7"),
        rig.query("SELECT market_cap FROM $financial_data ORDER BY record_id"));
    assertEquals(
        List.of("{}", "{\"2 Mo\": 0.00000010, \"10 \\\"Yr\\\"\": 4.125}"),
        rig.query("SELECT values FROM $policy_data ORDER BY record_id COLLATE \"C\""));
  }

  @Test
  void aTableMayHaveAnyNameAndColumnsOfItsOwner() throws Exception {
    rig.put(Quotes.events(0, 2));
    rig.deliver(Map.of("table", "Order-%{dataset}_%Y"));
    rig.run("ALTER TABLE $\"Order-financial_data_2026\" ADD COLUMN note text DEFAULT 'n'");
    rig.put(Quotes.events(1, 3));
    rig.deliver(Map.of("table", "Order-%{dataset}_%Y"));
    assertEquals(
        List.of("S0 n", "S1 n", "S2 n"),
        rig.query("SELECT symbol, note FROM $\"Order-financial_data_2026\" ORDER BY 1"));
  }
}
