package io.stocktrend.interceptor;

import io.stocktrend.interceptor.sentiment.SentimentEngine;
import io.stocktrend.interceptor.sentiment.SentimentEngines;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.Settings;
import io.stocktrend.record.UndecodableEventException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.interceptor.Interceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every article its sentiment. Other datasets, and events that cannot be decoded or scored,
 * pass as they are; the same event intercepted again comes out the same.
 */
public final class SentimentInterceptor implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(SentimentInterceptor.class);

  private final SentimentScorer scorer;
  // A source may put from several threads.
  private final ThreadLocal<EventCodec> codecs = ThreadLocal.withInitial(EventCodec::new);
  private final AtomicLong unscored = new AtomicLong();

  private SentimentInterceptor(SentimentScorer scorer) {
    this.scorer = scorer;
  }

  @Override
  public void initialize() {}

  @Override
  public Event intercept(Event event) {
    if (!Dataset.NEWS_DATA.id().equals(event.getHeaders().get(EventHeaders.DATASET))) {
      return event;
    }
    try {
      EventCodec codec = codecs.get();
      DatasetRecord article = codec.decode(event);
      scorer.score(article.values());
      codec.update(event, article);
    } catch (UndecodableEventException | RuntimeException e) {
      // An engine may be anyone's; whatever it does, no event is lost over its sentiment.
      passUnscored(e);
    }
    return event;
  }

  @Override
  public List<Event> intercept(List<Event> events) {
    events.forEach(this::intercept);
    return events;
  }

  /** How many events of news_data have passed without a sentiment. */
  long unscored() {
    return unscored.get();
  }

  @Override
  public void close() {
    if (unscored.get() > 0) {
      LOG.warn("{} events of news_data passed without a sentiment", unscored);
    }
  }

  private void passUnscored(Exception reason) {
    if (unscored.getAndIncrement() == 0) {
      LOG.warn(
          "An event of news_data passes without a sentiment, as will others like it; how many is"
              + " logged when the agent stops",
          reason);
    }
  }

  /** Makes the interceptor from the keys {@code engine}, {@code lexicon} and {@code text}. */
  public static final class Builder implements Interceptor.Builder {
    private SentimentScorer scorer;

    @Override
    public void configure(Context context) {
      Settings settings = Settings.of("interceptor sentiment", context);
      SentimentEngine engine = engine(settings);
      String lexicon = settings.text("lexicon", "");
      ArticleText text = settings.choice("text", ArticleText.HEADLINE);
      settings.refuseUnknown();
      scorer =
          new SentimentScorer(lexicon.isEmpty() ? engine : with(lexicon, engine, settings), text);
    }

    private static SentimentEngine engine(Settings settings) {
      String name = settings.text("engine", SentimentEngines.DEFAULT);
      return SentimentEngines.named(name)
          .orElseThrow(
              () ->
                  settings.wrong(
                      "engine",
                      name,
                      "one of " + String.join(", ", SentimentEngines.names()),
                      null));
    }

    private static SentimentEngine with(String lexicon, SentimentEngine engine, Settings settings) {
      try {
        return engine.with(Path.of(lexicon));
      } catch (IllegalArgumentException e) {
        throw settings.wrong("lexicon", lexicon, e.getMessage(), e);
      }
    }

    @Override
    public Interceptor build() {
      return new SentimentInterceptor(scorer);
    }
  }
}
