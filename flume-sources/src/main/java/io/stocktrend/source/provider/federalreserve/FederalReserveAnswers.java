package io.stocktrend.source.provider.federalreserve;

import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.AnswerPolicy;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.StatusPolicy;
import java.util.Locale;
import org.jsoup.Jsoup;

/**
 * Tells a page from one that stands in its place, such as a notice of maintenance with 200, and
 * from one that was cut: HTML can be read to wherever it ends.
 */
final class FederalReserveAnswers implements AnswerPolicy {
  static final String PROVIDER = "federalreserve";

  private final StatusPolicy statuses;
  private final String marker;

  /** Lets pages pass that have an element which that selector finds. */
  FederalReserveAnswers(StatusPolicy statuses, String marker) {
    this.statuses = statuses;
    this.marker = marker;
  }

  @Override
  public void check(Answer answer) throws ProviderException {
    statuses.check(answer);
    String page = answer.text();
    if (Jsoup.parse(page).selectFirst(marker) == null) {
      throw new ProviderException(
          PROVIDER, FailureKind.MALFORMED, "a page without any element " + marker);
    }
    String tags = page.toLowerCase(Locale.ROOT);
    if (tags.contains("<html") && !tags.contains("</html>")) {
      throw new ProviderException(PROVIDER, FailureKind.MALFORMED, "a page without its end");
    }
  }
}
