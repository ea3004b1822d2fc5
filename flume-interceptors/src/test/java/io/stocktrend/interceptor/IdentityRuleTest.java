package io.stocktrend.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.Field;
import io.stocktrend.record.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

/** Which record_id a record may have. */
class IdentityRuleTest {
  private static final Instant NOW = Records.NOW;
  private static final LocalDate TODAY = LocalDate.parse("2025-11-24");

  private final Verdicts verdicts = new Verdicts();

  @Test
  void theIdentityIsMadeOfTheRecord() {
    verdicts.refused(
        "record_id AAPL|2025-11-24T21:29:59.123456Z does not end with known_at " + NOW,
        Records.quote("AAPL").setRecordId(RecordId.of("AAPL", NOW.minusSeconds(1))).build());
    ofOtherColumns(Records.quote("AAPL").setSymbol("MSFT").build());
    ofOtherColumns(Records.bar("AAPL").setInterval("1h").build());
    ofOtherColumns(Records.bar("AAPL").setEventTime(NOW.minus(Duration.ofDays(2))).build());
    ofOtherColumns(Records.article("AAPL").setSymbol("AA").build());
    ofOtherColumns(Records.observation().setCountry("DEU").build());
    ofOtherColumns(Records.announcement("TREASURY_DEBT", TODAY).setKind("FED_SPEECH").build());
    ofOtherColumns(
        Records.announcement("TREASURY_DEBT", TODAY).setStartsOn(TODAY.minusDays(1)).build());
  }

  private void ofOtherColumns(SpecificRecordBase record) {
    String reason = verdicts.reason(record);
    assertTrue(reason.endsWith(" is not that of the record's columns"), reason);
  }

  @Test
  void whatIsNoIdentityAtAllIsSaidToBeNone() {
    GenericRecord quote = new GenericData.Record(Dataset.FINANCIAL_DATA.schema());
    quote.put(Field.RECORD_ID.position(), "17");
    List<String> faults = new ArrayList<>();
    new IdentityRule()
        .check(new Facts(new DatasetRecord(Dataset.FINANCIAL_DATA, quote)), faults::add);
    assertEquals(
        List.of("not a record_id (natural key, '|', known_at with six digits of a second): 17"),
        faults);
  }
}
