package io.stocktrend.source;

import io.stocktrend.record.Article;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.provider.Articles;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Passes on each story once, as it was first seen: what comes again under another address, from
 * another provider or with an edited summary is left out. What has been seen is the emitter's to
 * remember.
 */
final class NewsDesk {
  private NewsDesk() {}

  /** Offers what is new; of several sightings in one answer, the one published first. */
  static void offer(Articles articles, Instant now, Emitter emitter)
      throws IOException, InterruptedException {
    List<Article.Builder> inOrder =
        articles.stories().stream()
            .sorted(Comparator.comparing(Article.Builder::getEventTime))
            .toList();
    for (Article.Builder story : inOrder) {
      StoryKeys keys = keys(story);
      if (!isKnown(keys, emitter)) {
        emitter.offerOnce(complete(story, keys.natural(), now), List.of(keys.alias()));
      }
    }
  }

  private static StoryKeys keys(Article.Builder story) {
    return StoryKeys.of(
        new StoryKeys.Sighting(
            story.getSymbol(),
            story.getHeadline(),
            story.getPublisher(),
            story.getUrl(),
            story.getEventTime()));
  }

  private static boolean isKnown(StoryKeys keys, Emitter emitter) {
    return emitter.knows(keys.natural())
        || keys.neighbours()
            .flatMap(prefix -> emitter.known(prefix).stream())
            .anyMatch(keys::isNear);
  }

  /** A story is known from its publication on. */
  private static Article complete(Article.Builder story, String natural, Instant now) {
    Instant published = story.getEventTime().truncatedTo(ChronoUnit.MICROS);
    return story
        .setRecordId(RecordId.of(natural, published))
        .setEventTime(published)
        .setKnownAt(published)
        .setCollectedAt(now.truncatedTo(ChronoUnit.MICROS))
        .setUrl(StoryAddress.stored(story.getUrl()))
        .build();
  }
}
