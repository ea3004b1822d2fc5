package io.stocktrend.sink.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Article;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.Quote;
import io.stocktrend.sink.Quotes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdbcPoisonTest {
  private static final EventCodec CODEC = new EventCodec();

  @TempDir Path base;
  private JdbcRig rig;

  @BeforeEach
  void emptySchema() throws Exception {
    rig = JdbcRig.inMemory(base);
  }

  @Test
  void poisonOfEveryKindIsSetAsideWithAReasonAndTheRestIsStored() throws Exception {
    Event unknown = Quotes.event(900);
    unknown.getHeaders().put(EventHeaders.SCHEMA_FINGERPRINT, "0123456789abcdef");
    Event noTable = Quotes.event(901);
    noTable.getHeaders().remove("desk");
    List<Event> events = new ArrayList<>(Quotes.events(0, 50));
    events.forEach(event -> event.getHeaders().put("desk", "d"));
    events.add(7, EventBuilder.withBody("noise", StandardCharsets.UTF_8, Map.of("origin", "t")));
    events.add(19, unknown);
    events.add(23, noTable);
    for (Event poison : refusedByTheRow()) {
      poison.getHeaders().put("desk", "d");
      events.add(31, poison);
    }
    rig.put(events);
    rig.deliver(Map.of("table", "%{desk}_%{dataset}"));

    assertEquals(List.of("50"), rig.query("SELECT count(*) FROM $d_financial_data"));
    assertEquals(
        Set.of(
            "the event has no header dataset",
            "no bundled schema has the fingerprint '0123456789abcdef'",
            "the event has no header desk for its table",
            "close is NaN: an unknown value is null",
            "values['x'] is Infinity: an unknown value is null",
            "the record has no record_id",
            "headline, url holds the character U+0000, which PostgreSQL cannot store",
            "values holds the character U+0000, which PostgreSQL cannot store",
            "PostgreSQL refuses the row for table d_financial_data: timestamp out of range"
                + " (SQLSTATE 22008)"),
        new HashSet<>(rig.reasons()));
    assertEquals(9, rig.reasons().size());
  }

  private static List<Event> refusedByTheRow() {
    Quote quote = FiveRecords.quote();
    Announcement policy = FiveRecords.announcement();
    return List.of(
        CODEC.encode(Quote.newBuilder(quote).setClose(Double.NaN).build()),
        CODEC.encode(
            Announcement.newBuilder(policy)
                .setValues(Map.of("x", Double.POSITIVE_INFINITY))
                .build()),
        withBlankId(),
        CODEC.encode(
            Article.newBuilder(FiveRecords.article()).setHeadline("a\0b").setUrl("\0").build()),
        CODEC.encode(Announcement.newBuilder(policy).setValues(Map.of("\0", 1.0)).build()),
        CODEC.encode(
            Quote.newBuilder(quote)
                .setEventTime(Instant.parse("-250000-01-01T00:00:00Z"))
                .build()));
  }

  /** The first byte of a body is twice the length of the id, which comes next. */
  private static Event withBlankId() {
    Event event = Quotes.event(902);
    int length = event.getBody()[0] / 2;
    for (int i = 1; i <= length; i++) {
      event.getBody()[i] = ' ';
    }
    return event;
  }

  @Test
  void rowsThatAConstraintOfTheOwnerRefusesAreFoundAmongManyGoodOnes() throws Exception {
    rig.put(Quotes.events(0, 1));
    rig.deliver();
    rig.run("ALTER TABLE $financial_data ADD CONSTRAINT cheap CHECK (volume % 100000 <> 50000)");
    rig.put(Quotes.events(1, 2000));
    rig.deliver();

    assertEquals(List.of("1980"), rig.query("SELECT count(*) FROM $financial_data"));
    assertEquals(
        "PostgreSQL refuses the row for table financial_data: new row for relation"
            + " \"financial_data\" violates check constraint \"cheap\" (SQLSTATE 23514)",
        rig.reasons().get(0));
    assertEquals(20, rig.reasons().size());
  }

  @Test
  void aConstraintThatIsDeferredToTheCommitBlocksNothing() throws Exception {
    rig.put(Quotes.events(0, 1));
    rig.deliver();
    rig.run("CREATE TABLE $listed (symbol text PRIMARY KEY)");
    rig.run("INSERT INTO $listed SELECT 'S' || n FROM generate_series(0, 8) AS n");
    rig.run(
        "ALTER TABLE $financial_data ADD FOREIGN KEY (symbol) REFERENCES $listed"
            + " DEFERRABLE INITIALLY DEFERRED");
    rig.put(Quotes.events(1, 10));
    rig.deliver();

    assertEquals(Quotes.symbols(0, 9), rig.symbols());
    assertTrue(rig.reasons().get(0).contains("violates foreign key constraint"));
  }

  @Test
  void aKeyBeyondTheIndexAndATriggerThatRaisesSetTheRowAside() throws Exception {
    rig.put(Quotes.events(0, 1));
    rig.deliver();
    rig.run(
        "CREATE FUNCTION $guard() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN IF NEW.symbol = ''S3'' THEN RAISE EXCEPTION ''not S3''; END IF;"
            + " RETURN NEW; END'");
    rig.run(
        "CREATE TRIGGER guard BEFORE INSERT ON $financial_data FOR EACH ROW EXECUTE FUNCTION"
            + " $guard()");
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      key.append(Integer.toString(i * 7919 % 104_729, 36));
    }
    Quote wide =
        Quote.newBuilder(FiveRecords.quote()).setRecordId(FiveRecords.id(key.toString())).build();
    rig.put(Quotes.events(1, 6)).put(CODEC.encode(wide));
    rig.deliver();

    assertEquals(List.of("S0", "S1", "S2", "S4", "S5"), rig.symbols());
    assertEquals(2, rig.reasons().size());
    assertTrue(rig.reasons().stream().anyMatch(reason -> reason.contains("not S3")));
    assertTrue(rig.reasons().stream().anyMatch(reason -> reason.contains("SQLSTATE 54000")));
  }

  @Test
  void twoDatasetsForOneTableAreNotMixed() throws Exception {
    rig.put(Quotes.events(0, 3)).put(CODEC.encode(FiveRecords.announcement()));
    rig.deliver(Map.of("table", "quotes"));
    assertEquals(List.of("3"), rig.query("SELECT count(*) FROM $quotes"));
    assertEquals(
        List.of(
            "its table quotes holds financial_data, this is policy_data: put %{dataset} into the"
                + " sink's key table"),
        rig.reasons());
  }
}
