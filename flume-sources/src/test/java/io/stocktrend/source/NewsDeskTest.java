package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stocktrend.record.Article;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.provider.Articles;
import io.stocktrend.source.provider.SteppedTime;
import io.stocktrend.source.state.SourceState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flume.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewsDeskTest {
  private static final String TITLE = "Apple unveils a new chip for its fastest computers";
  private static final String URL = "https://wire.example/apple-chip";
  private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-02T15:05:00.123456789Z");

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T15:05:00Z");
  private final List<Event> events = new ArrayList<>();
  private SourceState state;
  private Emitter emitter;

  @BeforeEach
  void open() throws Exception {
    state = SourceState.open(folder.resolve("news"));
    emitter = new Emitter(events::addAll, state, 10, time.timing());
  }

  @AfterEach
  void close() throws Exception {
    state.close();
  }

  @Test
  void theKeyIsSymbolAndAddressOrHeadlineAndTimeWhereTheAddressIsARedirect() throws Exception {
    String direct = key(story(TITLE, URL, TEN));
    assertEquals(direct, key(story("Anything else", URL + "/?utm_source=x#y", TEN)));
    assertNotEquals(direct, key(story(TITLE, URL + "-2", TEN)));
    String redirected = key(story(TITLE, "https://finnhub.io/api/news?id=1", TEN));
    assertEquals(redirected, key(story(TITLE, "https://finnhub.io/api/news?id=2", TEN)));
    assertEquals(redirected, key(story(TITLE, null, TEN)));
    assertNotEquals(redirected, key(story(TITLE, null, TEN.plusSeconds(1))));
    assertEquals("AAPL|", direct.substring(0, 5));
  }

  @Test
  void copiesWithOtherIdsAndAddressesAreStoredOnceAsFirstListed() throws Exception {
    Article.Builder first = story(TITLE, URL, TEN).setSummary("first");
    offer(first, story(TITLE, URL + "/en", TEN), story(TITLE, "https://t.co/1", TEN));
    assertEquals(1, stored());
    offer(story(TITLE, URL + "/fr", TEN));
    assertEquals(1, stored());
  }

  @Test
  void ofAStoryAndItsReprintInOneAnswerTheEarlierIsKept() throws Exception {
    offer(
        story(TITLE + " - Herald", URL + "-reprint", TEN.plusSeconds(1500)),
        story(TITLE, URL, TEN));
    emitter.flush();
    assertEquals("2026-11-02T10:00:00.000000Z", suffix(Bench.ids(events).get(0)));
    assertEquals(1, events.size());
  }

  @Test
  void anEditedSummaryOrHeadlineMakesNoSecondVersion() throws Exception {
    offer(story(TITLE, URL, TEN).setSummary("as it was"));
    offer(story(TITLE, URL, TEN).setSummary("as it was edited"));
    offer(story("Quite another headline for it", URL, TEN.plusSeconds(7200)));
    assertEquals(1, stored());
  }

  @Test
  void anotherProvidersSightingIsTheSameStory() throws Exception {
    offer(story(TITLE, "https://finnhub.io/api/news?id=1", TEN));
    offer(story(TITLE + " - Wire", URL, TEN.plusSeconds(60)).setProvider("newsapi"));
    assertEquals(1, stored());
  }

  @Test
  void theSameTitleADayLaterIsAnotherStory() throws Exception {
    offer(story("Stocks making the biggest moves", URL + "1", TEN));
    offer(story("Stocks making the biggest moves", URL + "2", TEN.plusSeconds(86_400)));
    offer(story("Stocks making the biggest moves", URL + "3", TEN.plusSeconds(18 * 3600)));
    assertEquals(2, stored(), "the third is within 18 hours of the first");
  }

  @Test
  void aStoryAboutTwoCompaniesIsARowOfEach() throws Exception {
    offer(story(TITLE, URL, TEN), story(TITLE, URL, TEN).setSymbol("MSFT"));
    assertEquals(2, stored());
  }

  @Test
  void theMemoryOfAddressesAndHeadlinesSurvivesARestart() throws Exception {
    offer(story(TITLE, URL, TEN));
    emitter.flush();
    state.close();
    open();
    offer(story(TITLE, URL, TEN).setSummary("edited"));
    offer(story(TITLE + " - Herald", URL + "-reprint", TEN.plusSeconds(1500)));
    assertEquals(1, stored());
  }

  @Test
  void aRowIsKnownFromItsPublicationOnAndCollectedNow() throws Exception {
    Article.Builder story =
        story(TITLE, "javascript:1", Instant.parse("2026-11-02T10:00:00.123456789Z"));
    offer(story);
    emitter.flush();
    assertEquals("2026-11-02T10:00:00.123456Z", suffix(Bench.ids(events).get(0)));
    assertEquals(Instant.parse("2026-11-02T10:00:00.123456Z"), story.getKnownAt());
    assertEquals(story.getKnownAt(), story.getEventTime());
    assertEquals(Instant.parse("2026-11-02T15:05:00.123456Z"), story.getCollectedAt());
    assertNull(story.getUrl(), "no address of a page");
  }

  private void offer(Article.Builder... stories) throws Exception {
    NewsDesk.offer(new Articles(List.of(stories), TEN, TEN, Map.of()), NOW, emitter);
  }

  private int stored() throws Exception {
    emitter.flush();
    return events.size();
  }

  private String key(Article.Builder story) throws Exception {
    Path other = folder.resolve("key" + System.nanoTime());
    List<Event> single = new ArrayList<>();
    try (SourceState own = SourceState.open(other)) {
      Emitter alone = new Emitter(single::addAll, own, 10, time.timing());
      NewsDesk.offer(new Articles(List.of(story), TEN, TEN, Map.of()), NOW, alone);
      alone.flush();
    }
    return RecordId.naturalKey(Bench.ids(single).get(0));
  }

  private static String suffix(String id) {
    return id.substring(id.length() - RecordId.SUFFIX_LENGTH + 1);
  }

  private static Article.Builder story(String headline, String url, Instant published) {
    return Article.newBuilder()
        .setProvider("finnhub")
        .setSymbol("AAPL")
        .setHeadline(headline)
        .setUrl(url)
        .setEventTime(published);
  }
}
