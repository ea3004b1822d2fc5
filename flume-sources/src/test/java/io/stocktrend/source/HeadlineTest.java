package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
  private static final String PLAIN = "Apple unveils a new chip for its fastest computers";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "APPLE UNVEILS A NEW CHIP FOR ITS FASTEST COMPUTERS",
        "Apple unveils a new chip for its fastest computers - Reuters",
        "Apple unveils a new chip for its fastest computers | The Wall Street Journal",
        "Apple unveils new chip, for its fastest computers!",
        "UPDATE 2-Apple unveils a new chip for its fastest computers",
        "Exclusive: Apple unveils a new chip for its fastest computers",
        "Apple (NASDAQ: AAPL) unveils a new chip for its fastest computers",
        "Apple’s unveils a new chip for its fastest computers",
        "Apple unveils a powerful new chip for its fastest computers",
        "Apple unveils a new chip for its fastest computers today",
        "Apple unveils new chip for fastest"
      })
  void theSameStoryInOtherClothesIsFound(String headline) {
    assertEquals(true, isSame(PLAIN, headline), headline);
    assertEquals(true, isSame(headline, PLAIN), headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Apple unveils a new chip;Apple unveils a new chip for its fastest computers",
        "Apple sues Samsung over patents again today;Samsung sues Apple over patents again today",
        "Apple to build cars in its own plants;Apple not to build cars in its own plants",
        "Apple first quarter revenue rises 5%;Apple first quarter revenue rises 6%",
        "Apple shares rise after quarterly results;Apple shares fall after quarterly results",
        "Citi lowers its price target on Apple;UBS lowers its price target on Apple",
        "Apple quarterly profit at record level;Apple quarterly profit at record level of 30 billion",
        "Nvidia unveils a new chip for its fastest computers;Apple unveils a new chip for its fastest computers"
      })
  void anotherStoryIsNotTakenForIt(String one, String other) {
    assertEquals(false, isSame(one, other));
    assertEquals(false, isSame(other, one));
  }

  @Test
  void aPublisherThatIsNamedIsTakenOffHoweverLong() {
    assertEquals(
        List.of("apple", "rises"),
        Headline.words("Apple rises - A Very Long Name Of One", "A very long name of one"));
    assertEquals(
        List.of("apple", "tesla", "nvidia"), Headline.words("Apple - Tesla - Nvidia", "Wire"));
  }

  @Test
  void abbreviationsAndFiguresStayWhole() {
    assertEquals(
        List.of("us", "inflation", "at", "3.5%", "sp", "500", "up"),
        Headline.words("U.S. inflation at 3.5%; SP 500 up", null));
  }

  private static boolean isSame(String one, String other) {
    return Headline.isSame(
        Headline.code(Headline.words(one, null)), Headline.code(Headline.words(other, null)));
  }
}
