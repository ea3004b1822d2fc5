package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryAddressTest {
  private static final String PAGE = "wire.example/News/Apple-1?id=7&p=2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://wire.example/News/Apple-1?id=7&p=2",
        "http://WWW.Wire.Example:80/News/Apple-1?p=2&id=7",
        "https://wire.example:443/News/Apple-1/?id=7&p=2#comments",
        "https://wire.example/News/Apple-1?utm_source=a&utm_Medium=b&id=7&fbclid=x&p=2&gclid=y",
        "https://wire.example/News/./x/../Apple-1?id=7&p=2&guccounter=1&.tsrc=rss",
        "https://user:secret@wire.example/News/Apple-1?p=2&id=7",
        "https://www.google.com/amp/s/wire.example/News/Apple-1?id=7&p=2",
        "https://wire-example.cdn.ampproject.org/c/s/wire.example/News/Apple-1?id=7&p=2"
      })
  void allAddressesOfOnePageHaveOneForm(String url) {
    assertEquals(Optional.of(PAGE), StoryAddress.canonical(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://wire.example/news/apple-1?id=7&p=2",
        "https://wire.example/News/Apple-1?id=8&p=2",
        "https://wire.example/News/Apple-1/en?id=7&p=2",
        "https://wire.example:8443/News/Apple-1?id=7&p=2",
        "https://m.wire.example/News/Apple-1?id=7&p=2",
        "https://wire.example/News/Apple-1"
      })
  void whatMayBeAnotherPageStaysApart(String url) {
    assertNotEquals(Optional.of(PAGE), StoryAddress.canonical(url));
    assertNotEquals(Optional.empty(), StoryAddress.canonical(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://finnhub.io/api/news?id=0a1b2c",
        "https://news.google.com/rss/articles/CBMi",
        "https://www.google.com/url?q=https://wire.example/1",
        "https://t.co/abc",
        "https://www.wire.example/",
        "https://wire.example",
        "wire.example/no-scheme",
        "javascript:alert(1)",
        ""
      })
  void anAddressThatTellsNoStoryHasNoForm(String url) {
    assertEquals(Optional.empty(), StoryAddress.canonical(url));
  }

  @Test
  void hostsWhoseMobilePagesAreTheSamePagesAreFolded() {
    assertEquals(
        StoryAddress.canonical("https://www.theguardian.com/a/b"),
        StoryAddress.canonical("https://amp.theguardian.com/a/b"));
  }

  @Test
  void theStoredAddressIsTheProvidersUnlessItIsNone() {
    String url = "https://wire.example/a?utm_source=x#y";
    assertEquals(url, StoryAddress.stored(url));
    assertNull(StoryAddress.stored("javascript:alert(1)"));
    assertNull(StoryAddress.stored(null));
  }
}
