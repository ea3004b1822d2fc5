package io.stocktrend.simulator.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsroomTest {

  private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

  private final Newsroom newsroom = new Newsroom(7);
  private final Company apple = Companies.seeded(7).find("AAPL").orElseThrow();

  @Test
  void theSameSeedTellsTheSameStoriesHoweverTheyAreAskedFor() {
    List<Story> days = newsroom.stories(apple, NOON.minus(Duration.ofDays(3)), NOON);
    List<Story> one = new Newsroom(7).stories(apple, NOON.minus(Duration.ofDays(1)), NOON);
    assertEquals(days.subList(days.size() - one.size(), days.size()), one);
    assertTrue(days.size() > one.size() && !one.isEmpty());
  }

  @Test
  void anotherSeedTellsOthers() {
    Instant from = NOON.minus(Duration.ofDays(3));
    assertTrue(
        !newsroom.stories(apple, from, NOON).equals(new Newsroom(8).stories(apple, from, NOON)));
  }

  @Test
  void aHeadlineOfACompanyDoesNotComeBackWithinADay() {
    Map<String, Instant> last = new HashMap<>();
    for (Story story : newsroom.stories(apple, NOON.minus(Duration.ofDays(120)), NOON)) {
      Instant before = last.put(story.headline(), story.published());
      assertTrue(
          before == null || before.plus(Duration.ofDays(1)).isBefore(story.published()),
          story::headline);
    }
  }

  @ParameterizedTest
  @CsvSource({"AAPL, Apple", "KO, Coca-Cola", "GOOGL, Alphabet", "TSLA, Tesla", "AMZN, Amazon"})
  void headlinesNameTheCompanyWithoutItsLegalForm(String symbol, String name) {
    assertEquals(name, Newsroom.shortName(Companies.seeded(7).find(symbol).orElseThrow()));
  }
}
