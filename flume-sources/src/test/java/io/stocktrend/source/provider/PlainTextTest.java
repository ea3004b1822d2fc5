package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AT&amp;T gains | AT&T gains",
        "S&P 500 &#8217;slips&#x2019; | S&P 500 ’slips’",
        "profit &gt; 5 &nbsp; % | profit > 5 %",
        "AT&amp;amp;T | AT&amp;T",
        "R&D; more &bogus; &#0; &#55296; | R&D; more &bogus; &#0; &#55296;",
        "<p>Apple <b class='x'>gains</b><br/>again</p> | Apple gains again",
        "1 < 2 and 3 > 2 | 1 < 2 and 3 > 2",
        "a <TSLA> b <unknown>c</unknown> | a <TSLA> b <unknown>c</unknown>",
        "unclosed <b gains | unclosed <b gains"
      })
  void onlyWhatIsCertainIsChanged(String sent, String kept) {
    assertEquals(kept, PlainText.of(TextNode.valueOf(sent)));
  }

  @Test
  void whatSaysNothingIsNull() {
    assertNull(PlainText.of(TextNode.valueOf(" ")));
    assertNull(PlainText.of(TextNode.valueOf("<p></p>&nbsp;")));
    assertNull(PlainText.of(TextNode.valueOf("null")));
    assertNull(PlainText.of(IntNode.valueOf(7)));
  }

  @Test
  void noTextTakesLong() {
    String hostile = "<".repeat(200_000) + "&#".repeat(200_000);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> assertEquals(hostile, PlainText.of(TextNode.valueOf(hostile))));
  }
}
