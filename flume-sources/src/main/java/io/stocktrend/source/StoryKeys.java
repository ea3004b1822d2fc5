package io.stocktrend.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What one sighting of a story is known by.
 *
 * @param natural {@code symbol|hash} of the canonical address, or of headline and publication where
 *     the address says nothing
 * @param alias {@code symbol~day~second~words}: what near-equal headlines are found by
 */
record StoryKeys(String natural, String alias) {
  /** Reprints follow within hours; a column of the same title comes back after a day. */
  private static final Duration NEAR = Duration.ofHours(18);

  private static final int HASH_BYTES = 16;
  private static final long DAY = Duration.ofDays(1).toSeconds();

  static StoryKeys of(Sighting story) {
    String code = Headline.code(Headline.words(story.headline, story.publisher));
    Optional<String> address = StoryAddress.canonical(story.url);
    String said = code + '|' + story.published.getEpochSecond();
    String natural = story.symbol + '|' + hash(address.map("url "::concat).orElse("text " + said));
    long second = story.published.getEpochSecond();
    String alias =
        days(story.symbol, Math.floorDiv(second, DAY)) + Math.floorMod(second, DAY) + '~' + code;
    return new StoryKeys(natural, alias);
  }

  /** The prefixes of all aliases that may be near to this one. */
  Stream<String> neighbours() {
    String[] parts = alias.split("~", -1);
    long day = Long.parseLong(parts[1]);
    return LongStream.rangeClosed(day - 1, day + 1).mapToObj(each -> days(parts[0], each));
  }

  /** Whether an alias of the same symbol is that of the same story. */
  boolean isNear(String other) {
    List<String> own = List.of(alias.split("~", -1));
    List<String> others = List.of(other.split("~", -1));
    long apart = Math.abs(second(own) - second(others));
    return apart <= NEAR.toSeconds() && Headline.isSame(own.get(3), others.get(3));
  }

  private static String days(String symbol, long day) {
    return symbol + '~' + day + '~';
  }

  private static long second(List<String> alias) {
    return Long.parseLong(alias.get(1)) * DAY + Long.parseLong(alias.get(2));
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, HASH_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What a provider says of a story; publisher and address may be null. */
  record Sighting(
      String symbol, String headline, String publisher, String url, Instant published) {}
}
