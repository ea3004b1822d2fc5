package io.stocktrend.source.provider.newsapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyTermsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "AAPL; Apple Inc.; Apple",
        "TSLA; Tesla, Inc.; Tesla",
        "GOOGL; Alphabet Inc. (Class A); Alphabet",
        "KO; Coca-Cola Company (The); Coca-Cola",
        "LLY; Lilly (Eli); Lilly",
        "KKR; KKR & Co.; KKR",
        "DE; Deere & Company; Deere",
        "BRK.B; Berkshire Hathaway; Berkshire Hathaway",
        "AON; Aon plc; Aon",
        "TGT; Target Corporation; Target Corporation",
        "V; Visa Inc.; Visa Inc.",
        "TTD; Trade Desk (The); Trade Desk",
        "NWSA; News Corp (Class A); News Corp",
        "XYZ; ''; XYZ"
      })
  void theSearchedNameIsTheOneThatNewsUse(String symbol, String name, String searched) {
    assertEquals('"' + searched + '"', CompanyTerms.of(symbol, name).query());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "AAPL; Apple Inc.; Why Apple, again, leads",
        "AAPL; Apple Inc.; Chip maker gains (AAPL)",
        "AAPL; Apple Inc.; Buying $AAPL now",
        "AAPL; Apple Inc.; NASDAQ: AAPL in focus",
        "MCD; McDonald's; McDonald’s sells more",
        "T; AT&T; What AT&T plans",
        "MSFT; Microsoft; \"Microsoft's\" answer"
      })
  void aTextThatNamesTheCompanyIsAboutIt(String symbol, String name, String text) {
    assertTrue(CompanyTerms.of(symbol, name).isIn(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "AAPL; Apple Inc.; Pineapple prices rise",
        "AAPL; Apple Inc.; Applebee's opens",
        "AAPL; Apple Inc.; an apple a day",
        "TGT; Target Corporation; Target price raised",
        "V; Visa Inc.; Visa rules for students change",
        "ALL; Allstate; ALL eyes on the central bank",
        "KEY; KeyCorp; KEY takeaways"
      })
  void wordsThatOnlyLookLikeItAreNot(String symbol, String name, String text) {
    assertFalse(CompanyTerms.of(symbol, name).isIn(text));
  }

  @Test
  void noTextNamesNobody() {
    assertFalse(CompanyTerms.of("AAPL", "Apple Inc.").isIn(null));
  }
}
