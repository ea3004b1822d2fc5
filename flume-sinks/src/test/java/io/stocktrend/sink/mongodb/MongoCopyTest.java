package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.stocktrend.record.Dataset;
import io.stocktrend.sink.copy.CopyRig;
import io.stocktrend.sink.copy.Facts;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies in a server of MongoDB's protocol. */
final class MongoCopyTest {
  private static final Dataset BARS = Dataset.STOCK_MOVEMENTS;
  private static final String KNOWN = "|2026-11-01T00:00:00.000001Z";

  @TempDir Path root;
  private final MongoStandIn server = new MongoStandIn();
  private CopyRig copy;

  @BeforeEach
  void primary() {
    copy = new CopyRig(root, "mongo", server.uri());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyValueOfEveryDatasetIsEqual(Dataset dataset) throws Exception {
    Facts.part(root, dataset, Facts.DAY, 0, 50);
    assertEquals(50, copy.differences(dataset).size(), "no collection yet");

    copy.copy(dataset);

    assertEquals(List.of(), copy.differences(dataset));
  }

  @Test
  void aMissingAChangedAndAnExtraRowAreNamedAndACopyMendsTheFirstTwo() throws Exception {
    Facts.part(root, BARS, Facts.DAY, 0, 50);
    Facts.part(root, BARS, Facts.DAY.plusDays(1), 50, 100);
    copy.copy(BARS);
    var bars = server.collection(BARS.id());
    bars.deleteOne(Filters.eq("_id", "fact7" + KNOWN));
    bars.updateOne(Filters.eq("_id", "fact60" + KNOWN), Updates.set("close", 1.0));
    BsonDocument stray = bars.find(Filters.eq("_id", "fact99" + KNOWN)).first();
    bars.insertOne(stray.append("_id", new BsonString("stray")));

    List<String> mended =
        List.of("stock_movements 2026-11-03: stray is there, but not in the primary");
    assertEquals(
        List.of(
            "stock_movements 2026-11-02: fact7" + KNOWN + " is missing there",
            "stock_movements 2026-11-03: fact60" + KNOWN + " differs in close",
            mended.get(0)),
        copy.differences(BARS));

    copy.copy(BARS);
    assertEquals(mended, copy.differences(BARS));
  }

  @Test
  void aRowThatWasCollectedAgainIsComparedOnItsLastDay() throws Exception {
    Facts.part(root, BARS, Facts.DAY, 0, 5);
    Facts.part(root, BARS, Facts.DAY.plusDays(1), 3, 8);
    copy.copy(BARS);

    assertEquals(List.of(), copy.differences(BARS));
    assertEquals(8, server.count(BARS.id()));
  }
}
