package io.stocktrend.interceptor.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  @Test
  void wordsAreLowerCaseWithoutPossessivesQuotesAndHyphens() {
    assertEquals(
        List.of("acme", "better", "than", "expected", "s&p", "isn't"),
        texts("Acme's “better-than-expected” S&P isn’t"));
  }

  @Test
  void addressesAndMentionsAreLeftOut() {
    assertEquals(List.of("up", "today"), texts("up @acme today https://t.example/x-y"));
  }

  @Test
  void pointsOfAbbreviationsDoNotEndASentence() {
    assertEquals(List.of("u.s", "inc", "rose", "."), texts("U.S. Inc. rose."));
  }

  @Test
  void numbersHaveValueScaleSignAndPercent() {
    assertNumber("EUR 5.1 mn", 5.1e6, false, 0);
    assertNumber("$1.2bn", 1.2e9, false, 0);
    assertNumber("12,400", 12_400, false, 0);
    assertNumber("88 cents", 0.88, false, 0);
    assertNumber("-7.5%", 7.5, true, -1);
    assertNumber("+3 per cent", 3, true, 1);
    assertNumber("4pct", 4, true, 0);
    assertNumber("-$1.23", 1.23, false, -1);
  }

  @Test
  void whatOnlyBeginsLikeANumberIsAWord() {
    assertEquals(List.of("5g", "3rd", "1q20"), texts("5G 3rd 1Q20"));
    assertEquals(Token.Type.TICKER, Tokenizer.tokens("$ACME").get(0).type());
  }

  @Test
  void aDashBetweenBlanksIsABreakAndOneInARangeIsNothing() {
    assertEquals(List.of("acme", "-", "3", "5"), texts("Acme - 3-5"));
    assertEquals(0, Tokenizer.tokens("3-5").get(1).sign());
  }

  private static void assertNumber(String text, double value, boolean percent, int sign) {
    Token number =
        Tokenizer.tokens(text).stream().filter(Token::isNumber).findFirst().orElseThrow();
    assertEquals(value, number.value(), value * 1e-12, text);
    assertEquals(percent, number.percent(), text);
    assertEquals(sign, number.sign(), text);
  }

  private static List<String> texts(String text) {
    return Tokenizer.tokens(text).stream().map(Token::text).toList();
  }
}
