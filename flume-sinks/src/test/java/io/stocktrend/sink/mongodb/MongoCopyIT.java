package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.sink.copy.CopyRig;
import io.stocktrend.sink.copy.CrashedCopies;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes that copy into a server of MongoDB's protocol. */
final class MongoCopyIT {
  @TempDir Path base;

  @Test
  void copiesThatAreKilledGoOnAndEndEqual() throws Exception {
    try (MongoStandIn server = new MongoStandIn()) {
      CrashedCopies.make(
          new CopyRig(base.resolve("data"), "mongo", server.uri()),
          List.of(
              "sink.indexes-created",
              "sink.bulk-encoded@2",
              "sink.bulk-written",
              "copy.batch-written",
              "copy.parts-saved",
              "copy.parts-saved@2"));

      assertEquals(18_000, server.count("stock_movements"));
    }
  }
}
