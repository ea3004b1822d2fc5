package io.stocktrend.interceptor.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinanceLexiconEngineTest {
  private static final FinanceLexiconEngine ENGINE = new FinanceLexiconEngine();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POSITIVE | Sales rose
          NEGATIVE | Sales fell
          POSITIVE | Costs fell
          NEGATIVE | Costs rose
          POSITIVE | Net loss narrows
          NEGATIVE | Net loss widens
          POSITIVE | Unemployment falls
          NEGATIVE | An increase in bad loans
          NEGATIVE | Acme cuts its full-year forecast
          POSITIVE | Acme raises guidance
          NEGATIVE | Forecast lowered
          POSITIVE | Worries ease
          POSITIVE | Acme halts the decline
          """)
  void aDirectionCountsByTheNounThatItIsAbout(SentimentLabel label, String text) {
    assertLabel(label, text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POSITIVE | Operating profit was EUR 5.1 mn, compared to EUR 3.2 mn a year earlier
          NEGATIVE | Operating profit was EUR 900,000 against EUR 3.2 mn in 2019
          POSITIVE | Unemployment rate 3.5% vs. 3.6% consensus
          NEGATIVE | EPS 88 cents vs. $1.08
          NEGATIVE | A pretax loss of EUR 2 mn, compared to a profit of EUR 1 mn
          POSITIVE | A pretax profit of EUR 1 mn, compared to a loss of EUR 2 mn
          NEUTRAL  | Net sales were EUR 5 mn in 2019
          NEUTRAL  | Profit was 3 mn compared to 3 mn
          """)
  void twoFiguresOfOneNounAreCompared(SentimentLabel label, String text) {
    assertLabel(label, text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NEGATIVE | Demand did not recover
          NEGATIVE | The unit is not profitable
          POSITIVE | Shares rise despite weak sales
          NEGATIVE | Shares fall even though profit jumped
          POSITIVE | Less bad than feared
          NEUTRAL  | Is Acme a strong buy?
          NEUTRAL  | Edited transcript of Acme's strong third quarter
          """)
  void grammarTurnsOrDampens(SentimentLabel label, String text) {
    assertLabel(label, text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POSITIVE | $ACME +4.2% premarket
          NEGATIVE | $ACME -4.2% premarket
          POSITIVE | Acme upgraded to buy from hold at Keel
          NEGATIVE | Keel cuts Acme to neutral
          POSITIVE | Acme price target raised to $50 from $40
          NEGATIVE | Acme to lay off 300 workers
          NEGATIVE | Regulator opens fraud probe
          POSITIVE | Acme wins 5-year contract
          """)
  void theMarketsOwnWaysOfSpeakingAreKnown(SentimentLabel label, String text) {
    assertLabel(label, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "$", "-", "1.", "+", "...", "$$$ 5,,5..5%% --", "🚀🚀"})
  void anyTextHasAScoreWithinItsBounds(String text) {
    double score = ENGINE.score(text).score();

    assertTrue(score >= -1 && score <= 1, "score of '" + text + "' is " + score);
  }

  @Test
  void aTextOfAnyLengthHasAScoreWithinItsBounds() {
    String digits = "9".repeat(500);

    for (String text :
        List.of(
            "Oil " + "the ".repeat(100_000) + "price",
            "Profit was " + digits + " mn, compared to " + digits + "9 mn",
            "not ".repeat(100_000),
            "+".repeat(100_000),
            "profit rose 5%, ".repeat(20_000))) {
      double score = ENGINE.score(text).score();
      assertTrue(score >= -1 && score <= 1, "score " + score);
    }
  }

  @Test
  void theArticleInsideAPhraseIsPartOfItAndOneBehindIsNot() {
    assertEquals(
        List.of("beat the estimates", "sues"), words("Acme beat the estimates, sues the rival"));
  }

  @Test
  void aTextWithoutTermsIsNeutralAndSaysSo() {
    Sentiment sentiment = ENGINE.score("The head office is in Oulu");

    assertEquals(Sentiment.NONE, sentiment);
    assertEquals("NEUTRAL +0.00: nothing decides", sentiment.explain());
  }

  @Test
  void theTermsThatDecidedAreNamedAndAddUpToTheScore() {
    Sentiment sentiment = ENGINE.score("Acme profit falls, shares plunge after weak outlook");
    double sum = sentiment.terms().stream().mapToDouble(Evidence::weight).sum();

    assertEquals(
        List.of("falls", "plunge", "weak outlook"),
        words("Acme profit falls, shares plunge after weak outlook"));
    assertEquals(sum / (1 + Math.abs(sum)), sentiment.score(), 1e-12);
    assertTrue(
        sentiment.explain().startsWith("NEGATIVE -0."), "explanation: " + sentiment.explain());
    assertTrue(sentiment.explain().contains("'plunge'"), "explanation: " + sentiment.explain());
  }

  @Test
  void enginesAreFoundByName() {
    assertEquals(List.of("finance-lexicon", "moody"), SentimentEngines.names());
    assertEquals("1", SentimentEngines.named("finance-lexicon").orElseThrow().version());
    assertTrue(SentimentEngines.named("oracle").isEmpty());
  }

  private static List<String> words(String text) {
    return ENGINE.score(text).terms().stream().map(Evidence::words).toList();
  }

  private static void assertLabel(SentimentLabel label, String text) {
    Sentiment sentiment = ENGINE.score(text);
    assertEquals(label, sentiment.label(), () -> text + ": " + sentiment.explain());
  }
}
