package io.stocktrend.source.provider.federalreserve;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.NewYork;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jsoup.parser.Parser;
import org.xml.sax.InputSource;

/**
 * The items of an RSS feed. The parser is given bytes, because a byte order mark stands first;
 * texts in CDATA hold HTML entities of their own.
 */
record FedFeed(List<Item> items) {
  /**
   * One item.
   *
   * @param link null if there is none
   * @param summary null if there is none
   * @param publishedAt the evening of a day without a time; null if there is no date that can be
   *     read
   */
  record Item(String title, String link, String summary, Instant publishedAt) {}

  static FedFeed parse(Answer answer) throws ProviderException {
    SyndFeedInput input = new SyndFeedInput(false, Locale.US);
    try {
      InputSource bytes = new InputSource(new ByteArrayInputStream(answer.body()));
      return new FedFeed(input.build(bytes).getEntries().stream().map(FedFeed::item).toList());
    } catch (FeedException | IllegalArgumentException e) {
      throw new ProviderException(
          FederalReserveAnswers.PROVIDER, FailureKind.MALFORMED, "a feed that is not RSS", e);
    }
  }

  private static Item item(SyndEntry entry) {
    SyndContent summary = entry.getDescription();
    Date date = entry.getPublishedDate();
    String link = text(entry.getLink());
    return new Item(
        text(entry.getTitle()),
        link == null ? text(entry.getUri()) : link,
        summary == null ? null : text(summary.getValue()),
        date == null ? null : published(date.toInstant()));
  }

  /** Midnight in UTC stands for a day without a time: what it names was out by its evening. */
  private static Instant published(Instant date) {
    boolean isDay = date.equals(date.truncatedTo(ChronoUnit.DAYS));
    return isDay ? NewYork.evening(LocalDate.ofInstant(date, ZoneOffset.UTC)) : date;
  }

  private static String text(String raw) {
    String text = raw == null ? "" : Parser.unescapeEntities(raw, false).strip();
    return text.isEmpty() ? null : text;
  }
}
