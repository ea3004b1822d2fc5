package io.stocktrend.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetTest {
  @ParameterizedTest
  @EnumSource(Dataset.class)
  void everyDatasetBeginsWithTheCommonColumns(Dataset dataset) {
    for (Field field : Field.values()) {
      Schema.Field column = dataset.schema().getFields().get(field.position());
      assertEquals(field.id(), column.name());
      assertFalse(column.schema().isNullable(), column.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Dataset.class)
  void everyColumnIsDocumentedAndEveryOptionalOneHasADefault(Dataset dataset) {
    for (Schema.Field column : dataset.schema().getFields()) {
      assertNotNull(column.doc(), column.name());
      assertEquals(column.name().toLowerCase(java.util.Locale.ROOT), column.name());
      if (column.schema().isNullable()) {
        assertTrue(column.hasDefaultValue(), column.name());
      }
    }
  }

  @Test
  void theColumnsOfFinancialDataAreTheContract() {
    assertEquals(
        List.of(
            "record_id event_time known_at collected_at provider symbol currency exchange"
                .concat(" market_state open high low close previous_close volume market_cap")
                .concat(" pe_ratio forward_pe eps dividend_rate dividend_yield")
                .concat(" fifty_two_week_high fifty_two_week_low")
                .split(" ")),
        Dataset.FINANCIAL_DATA.schema().getFields().stream().map(Schema.Field::name).toList());
  }

  @Test
  void aDatasetIsFoundByItsName() {
    assertEquals(Dataset.NEWS_DATA, Dataset.byId("news_data").orElseThrow());
    assertTrue(Dataset.byId("NEWS_DATA").isEmpty());
  }

  @Test
  void aDatasetLiesBelowItsAgentAndHiddenNamesAreNoData() {
    Path folder = DatasetLayout.folder(Path.of("data"), Dataset.POLICY_DATA);

    assertEquals(Path.of("data/context/policy_data"), folder);
    assertTrue(DatasetLayout.isVisible("part-1.parquet"));
    assertFalse(DatasetLayout.isVisible("_part-1.parquet.tmp"));
    assertFalse(DatasetLayout.isVisible(".lock"));
  }

  @Test
  void anIdentityIsTheNaturalKeyAndTheTimeToTheMicrosecond() {
    String id = RecordId.of("AAPL|1d|2026-11-20", Instant.parse("2026-11-23T10:00:00Z"));

    assertEquals("AAPL|1d|2026-11-20|2026-11-23T10:00:00.000000Z", id);
    assertEquals("AAPL|1d|2026-11-20", RecordId.naturalKey(id));
  }
}
