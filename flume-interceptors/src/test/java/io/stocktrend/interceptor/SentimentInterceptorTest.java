package io.stocktrend.interceptor;

import static io.stocktrend.interceptor.NewsEvents.DULL;
import static io.stocktrend.interceptor.NewsEvents.PUBLISHED;
import static io.stocktrend.interceptor.NewsEvents.article;
import static io.stocktrend.interceptor.NewsEvents.interceptor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.apache.flume.interceptor.Interceptor;
import org.junit.jupiter.api.Test;

class SentimentInterceptorTest {
  private final EventCodec codec = new EventCodec();

  @Test
  void anArticleGetsScoreLabelAndModel() throws Exception {
    GenericRecord good = scored(Map.of(), article("Acme profit jumps 20%", null));
    GenericRecord bad = scored(Map.of(), article("Acme cuts its forecast", null));
    GenericRecord dull = scored(Map.of(), article(DULL, null));

    assertEquals("POSITIVE", good.get("sentiment_label").toString());
    assertTrue((double) good.get("sentiment_score") > 0.3);
    assertEquals("finance-lexicon/1", good.get("sentiment_model").toString());
    assertEquals("NEGATIVE", bad.get("sentiment_label").toString());
    assertTrue((double) bad.get("sentiment_score") < -0.3);
    assertEquals("NEUTRAL", dull.get("sentiment_label").toString());
    assertEquals(0.0, dull.get("sentiment_score"));
  }

  @Test
  void headersAndAllOtherColumnsStay() throws Exception {
    Event event = article("Acme profit jumps 20%", "A summary");
    event.getHeaders().put("possible.duplicate", "true");
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    GenericRecord before = codec.decode(event).values();

    GenericRecord after = scored(Map.of(), event);

    assertEquals(headers, event.getHeaders());
    for (var field : before.getSchema().getFields()) {
      if (!field.name().startsWith("sentiment_")) {
        assertEquals(before.get(field.pos()), after.get(field.pos()), field.name());
      }
    }
  }

  @Test
  void anEventInterceptedAgainComesOutTheSame() {
    Interceptor interceptor = interceptor(Map.of());
    Event once = interceptor.intercept(article("Acme profit jumps 20%", null));
    byte[] body = once.getBody().clone();
    Map<String, String> headers = Map.copyOf(once.getHeaders());

    List<Event> again = interceptor.intercept(List.of(once));

    assertEquals(1, again.size());
    assertArrayEquals(body, again.get(0).getBody());
    assertEquals(headers, again.get(0).getHeaders());
  }

  @Test
  void otherDatasetsPassUntouched() {
    Quote quote =
        Quote.newBuilder()
            .setRecordId(RecordId.of("AAPL", PUBLISHED))
            .setEventTime(PUBLISHED)
            .setKnownAt(PUBLISHED)
            .setCollectedAt(PUBLISHED)
            .setProvider("yahoo")
            .setSymbol("AAPL")
            .build();
    Event event = codec.encode(quote);
    byte[] body = event.getBody().clone();
    Event foreign = EventBuilder.withBody("profit jumps", StandardCharsets.UTF_8);
    Interceptor interceptor = interceptor(Map.of());

    assertSame(event, interceptor.intercept(event));
    assertArrayEquals(body, event.getBody());
    assertSame(foreign, interceptor.intercept(foreign));
    assertEquals("profit jumps", new String(foreign.getBody(), StandardCharsets.UTF_8));
  }

  @Test
  void whatCannotBeDecodedPassesUntouchedAndIsCounted() throws Exception {
    SentimentInterceptor interceptor = (SentimentInterceptor) interceptor(Map.of());
    Event broken = article("Acme profit jumps 20%", null);
    broken.setBody(new byte[] {1, 2, 3});
    Event whole = article("Acme profit jumps 20%", null);

    List<Event> passed = interceptor.intercept(List.of(broken, whole, broken));

    assertEquals(List.of(broken, whole, broken), passed);
    assertArrayEquals(new byte[] {1, 2, 3}, broken.getBody());
    assertEquals("POSITIVE", codec.decode(whole).values().get("sentiment_label").toString());
    assertEquals(2, interceptor.unscored());
    interceptor.close();
  }

  @Test
  void anEngineThatFailsCostsTheSentimentAndNotTheEvent() throws Exception {
    Interceptor interceptor = interceptor(Map.of("engine", "moody"));
    Event event = article("Trouble at Acme", null);
    byte[] body = event.getBody().clone();
    Event other = interceptor.intercept(article("Profit falls", null));

    assertArrayEquals(body, interceptor.intercept(event).getBody());
    assertEquals("moody/7", codec.decode(other).values().get("sentiment_model").toString());
  }

  @Test
  void theSummaryIsReadOnlyWhereAskedForAndTheHeadlineIsNeutral() throws Exception {
    Map<String, String> both = Map.of("text", "summary_if_neutral");

    assertEquals("NEUTRAL", label(Map.of(), article(DULL, "Profit jumps")));
    assertEquals("POSITIVE", label(both, article(DULL, "Profit jumps")));
    assertEquals("NEGATIVE", label(both, article("Acme cuts its forecast", "Profit jumps")));
    assertEquals("NEUTRAL", label(both, article(DULL, null)));
  }

  private String label(Map<String, String> settings, Event event) throws Exception {
    return scored(settings, event).get("sentiment_label").toString();
  }

  private GenericRecord scored(Map<String, String> settings, Event event) throws Exception {
    assertNull(codec.decode(event).values().get("sentiment_score"));
    return codec.decode(interceptor(settings).intercept(event)).values();
  }
}
