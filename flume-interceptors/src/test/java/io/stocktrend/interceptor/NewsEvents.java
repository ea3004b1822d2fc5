package io.stocktrend.interceptor;

import io.stocktrend.record.Article;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.RecordId;
import java.time.Instant;
import java.util.Map;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.interceptor.Interceptor;

/** Articles and interceptors for tests. */
final class NewsEvents {
  static final Instant PUBLISHED = Instant.parse("2026-11-20T14:30:00.5Z");
  static final String DULL = "Acme names venue of its meeting";

  private NewsEvents() {}

  /** An interceptor as Flume makes it from those keys. */
  static Interceptor interceptor(Map<String, String> settings) {
    SentimentInterceptor.Builder builder = new SentimentInterceptor.Builder();
    builder.configure(new Context(settings));
    Interceptor interceptor = builder.build();
    interceptor.initialize();
    return interceptor;
  }

  /** An event of an article that has no sentiment yet. */
  static Event article(String headline, String summary) {
    return new EventCodec()
        .encode(
            Article.newBuilder()
                .setRecordId(RecordId.of("ACME|1", PUBLISHED))
                .setEventTime(PUBLISHED)
                .setKnownAt(PUBLISHED)
                .setCollectedAt(PUBLISHED.plusSeconds(60))
                .setProvider("finnhub")
                .setSymbol("ACME")
                .setHeadline(headline)
                .setSummary(summary)
                .build());
  }
}
