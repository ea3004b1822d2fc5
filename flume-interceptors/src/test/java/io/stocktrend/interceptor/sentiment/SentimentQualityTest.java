package io.stocktrend.interceptor.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How well and how fast the engine reads headlines that people have labelled. */
class SentimentQualityTest {
  private static final SentimentEngine ENGINE = new FinanceLexiconEngine();

  @Test
  void agreesWithTheLabelsOfOurOwnSentences() throws Exception {
    double agreement = ownSentences().macroF1(ENGINE);

    System.out.printf("macro-F1 on own sentences: %.3f%n", agreement);
    assertTrue(agreement >= 0.93, "macro-F1 is " + agreement);
  }

  @Test
  void agreesWithTheLabelsOfOthersHeadlines() throws IOException {
    String folder = System.getProperty("stocktrend.datasets", "");
    assumeTrue(!folder.isEmpty(), "-Dstocktrend.datasets=FOLDER is not given");
    for (String part : List.of("train", "valid")) {
      Path file = Path.of(folder, "headlines-twitter-" + part + ".tsv");
      double agreement = LabelledHeadlines.read(file).macroF1(ENGINE);

      System.out.printf("macro-F1 on headlines-twitter-%s: %.3f%n", part, agreement);
      assertTrue(agreement >= 0.70, part + ": macro-F1 is " + agreement);
    }
  }

  @Test
  void theMeasureIsTheMeanOfTheThreeLabels() {
    LabelledHeadlines headlines =
        new LabelledHeadlines(
            List.of(
                headline(SentimentLabel.POSITIVE, "Profit jumps"),
                headline(SentimentLabel.POSITIVE, "The meeting is on Monday"),
                headline(SentimentLabel.NEUTRAL, "The meeting is on Tuesday"),
                headline(SentimentLabel.NEGATIVE, "Profit falls")));

    assertEquals((2.0 / 3 + 2.0 / 3 + 1) / 3, headlines.macroF1(ENGINE), 1e-9);
  }

  @Test
  void scoresThirtyThousandHeadlinesInASecondOfCpu() throws Exception {
    List<LabelledHeadlines.Headline> headlines = ownSentences().headlines();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double best = 0;
    for (int round = 0; round < 5; round++) {
      long start = threads.getCurrentThreadCpuTime();
      int scored = 0;
      while (scored < 30_000) {
        headlines.forEach(headline -> ENGINE.score(headline.text()));
        scored += headlines.size();
      }
      best = Math.max(best, scored * 1e9 / (threads.getCurrentThreadCpuTime() - start));
    }

    System.out.printf("headlines in a second of CPU: %.0f%n", best);
    assertTrue(best >= 30_000, "only " + best + " headlines in a second of CPU");
  }

  private static LabelledHeadlines.Headline headline(SentimentLabel label, String text) {
    return new LabelledHeadlines.Headline(label, text);
  }

  private static LabelledHeadlines ownSentences() throws IOException, URISyntaxException {
    return LabelledHeadlines.read(
        Path.of(SentimentQualityTest.class.getResource("headlines.tsv").toURI()));
  }
}
