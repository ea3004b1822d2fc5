package io.stocktrend.interceptor.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconFileTest {
  private static final FinanceLexiconEngine ENGINE = new FinanceLexiconEngine();

  @TempDir Path folder;

  @Test
  void aFileOfTheUserAddsReplacesAndTakesTermsAndChangesTheVersion() throws IOException {
    SentimentEngine other =
        ENGINE.with(
            write(
                "[positive 1]\nzyx~ * gizmo|gadget  # ours\n[negative]\nprofitable\n[none]\nstrong"));

    assertEquals(SentimentLabel.POSITIVE, other.score("Acme zyxes its new gadget").label());
    assertEquals(SentimentLabel.NEGATIVE, other.score("It is profitable").label());
    assertEquals(SentimentLabel.NEUTRAL, other.score("The strong man").label());
    assertEquals(SentimentLabel.POSITIVE, ENGINE.score("It is profitable").label());
    assertNotEquals(ENGINE.version(), other.version());
    assertEquals(ENGINE.name(), other.name());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [splendid]    | line 1: '[splendid]' is not allowed: give [kind weight] with a kind of
          [good much]   | a weight from 0 to 5
          [good 6]      | a weight from 0 to 5
          [good         | a weight from 0 to 5
          sales         | a section such as [positive 1] before the first term
          """)
  void aFileThatIsNotOneIsRefusedWithTheLine(String text, String reason) throws IOException {
    Path file = write(text);

    String message =
        assertThrows(IllegalArgumentException.class, () -> ENGINE.with(file)).getMessage();

    assertTrue(message.contains(reason), message);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("terms.txt"), text);
  }
}
