package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flume.channel.MemoryChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From when on values are known that take the place of others, over scripted answers. */
class PolicyVersionsTest {
  private static final String CURVE = "/rates/pages/xml";
  private static final String AUCTIONS = "/TA_WS/securities/search";
  private static final String CURVE_KEY =
      "TREASURY_YIELD_CURVE|Daily Treasury par yield curve rates|2026-10-30|";
  private static final String AUCTION_KEY =
      "TREASURY_AUCTION|13-Week Treasury Bill auction, CUSIP 000SYN|2026-10-26|";

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T09:00:00Z");
  private final MemoryChannel channel = Bench.channel(100, 100);
  private ProviderServer server;
  private PolicySource source;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
  }

  @AfterEach
  void close() {
    source.stop();
    server.close();
  }

  @Test
  void aRevisedCurveIsKnownFromItsFirstSighting() throws Exception {
    server.on(CURVE, curve("4.25")).on(CURVE, curve("4.25")).on(CURVE, curve("4.26"));
    start("TREASURY_YIELD_CURVE");

    assertEquals(List.of(CURVE_KEY + "2026-10-30T22:00:00.000000Z"), now());
    assertEquals(List.of(), at("2026-11-02T10:00:00Z"));
    assertEquals(List.of(CURVE_KEY + "2026-11-02T11:00:00.000000Z"), at("2026-11-02T11:00:00Z"));
    assertEquals(List.of(), at("2026-11-02T12:00:00Z"));
  }

  @Test
  void ofADayThatOneAnswerTellsTwiceTheLastStays() throws Exception {
    server.on(CURVE, (curve("4.25") + curve("4.26")).replace("</feed><feed>", ""));
    start("TREASURY_YIELD_CURVE");

    assertEquals(List.of(CURVE_KEY + "2026-10-30T22:00:00.000000Z"), now());
    assertEquals(List.of(), at("2026-11-02T10:00:00Z"));
  }

  @Test
  void aCurveThatIsThereBeforeTheEveningIsKnownWhenItIsCollected() throws Exception {
    time.set("2026-10-30T20:30:00Z");
    server.on(CURVE, curve("4.25"));
    start("TREASURY_YIELD_CURVE");

    assertEquals(List.of(CURVE_KEY + "2026-10-30T20:30:00.000000Z"), now());
  }

  @Test
  void aVersionThatTheProviderDatesIsKnownFromThatTimeUnlessItWasGivenBefore() throws Exception {
    server
        .on(AUCTIONS, auction("", "2026-10-22T11:00:00"))
        .on(AUCTIONS, auction("2.5", "2026-10-26T11:33:00"))
        .on(AUCTIONS, auction("2.6", "2026-10-26T11:33:00"));
    start("TREASURY_AUCTION");

    assertEquals(List.of(AUCTION_KEY + "2026-10-22T15:00:00.000000Z"), now());
    assertEquals(List.of(AUCTION_KEY + "2026-10-26T15:33:00.000000Z"), at("2026-11-02T10:00:00Z"));
    assertEquals(List.of(AUCTION_KEY + "2026-11-02T11:00:00.000000Z"), at("2026-11-02T11:00:00Z"));
  }

  @Test
  void whatCannotBeDatedIsLeftOutWithOneWarningThatNamesIt() throws Exception {
    server.on(AUCTIONS, auction("", "").replace("2026-10-26T00:00:00", "2026-54-09T00:00:00"));
    try (LogTape tape = new LogTape()) {
      start("TREASURY_AUCTION");
      assertEquals(List.of(), now());
      assertEquals(
          List.of(
              "WARN 1 rows of treasury|TREASURY_AUCTION are left out, because they cannot be dated"
                  + " or read: the auction of 000SYN on null lacks its CUSIP, term or day"),
          tape.lines("WARN", ""));
    }
  }

  @Test
  void aDayToComeIsLeftOutUntilItIsThere() throws Exception {
    time.set("2026-10-29T23:57:00Z");
    server.on(CURVE, curve("4.25"));
    try (LogTape tape = new LogTape()) {
      start("TREASURY_YIELD_CURVE");
      assertEquals(List.of(), now());
      assertEquals(
          1,
          tape.lines("WARN", "is dated 2026-10-30T00:00:00Z, which is still to come").size(),
          tape::all);
    }
    assertEquals(List.of(CURVE_KEY + "2026-10-30T21:00:00.000000Z"), at("2026-10-30T21:00:00Z"));
  }

  private void start(String kind) {
    source = new PolicySource(time.timing());
    source.setName("policy");
    source.configure(
        Bench.context(
            Map.of(
                "kinds",
                kind,
                "lookback",
                "30d",
                "schedule",
                "0 * * * *",
                "stateDir",
                folder.resolve("state").toString(),
                "providersFile",
                server.providersFile().toString())));
    source.setChannelProcessor(Bench.processor(channel));
    source.start();
  }

  private List<String> at(String instant) throws Exception {
    time.set(instant);
    return now();
  }

  private List<String> now() throws Exception {
    source.process();
    return Bench.ids(Bench.drain(channel));
  }

  private static String curve(String rate) {
    return "<feed><properties><NEW_DATE>2026-10-30T00:00:00</NEW_DATE><BC_10YEAR>"
        + rate
        + "</BC_10YEAR></properties></feed>";
  }

  private static String auction(String ratio, String updated) {
    return """
    [{"cusip":"000SYN","securityType":"Bill","securityTerm":"13-Week",
    "auctionDate":"2026-10-26T00:00:00","announcementDate":"2026-10-22T00:00:00",
    "closingTimeCompetitive":"11:30 AM","bidToCoverRatio":"%s","updatedTimestamp":"%s"}]"""
        .formatted(ratio, updated);
  }
}
