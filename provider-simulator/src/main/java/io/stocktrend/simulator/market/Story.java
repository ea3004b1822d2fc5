package io.stocktrend.simulator.market;

import java.time.Instant;
import java.util.Locale;

/**
 * A made-up story about one company.
 *
 * @param published to the second, UTC
 * @param number different for every story of a seed
 */
public record Story(
    Company company, Instant published, long number, String headline, String summary) {

  private static final String[] PUBLISHERS = {
    "Synthetic Wire", "Made-up Herald", "Pretend Financial Times", "Invented Business Daily"
  };

  /** Who published it. */
  public String publisher() {
    return publisher(0);
  }

  /** Who published it after so many others had. */
  public String publisher(int others) {
    return PUBLISHERS[Math.floorMod(number + others, PUBLISHERS.length)];
  }

  /** Where it was published, below a top-level domain that no name server knows. */
  public String url() {
    return "https://wire.example/" + company.symbol().toLowerCase(Locale.ROOT) + "/" + slug();
  }

  /** One in so many stories, drawn from its number: the same stories each time. */
  public boolean isOneIn(int many, long what) {
    return Math.floorMod(number / 7 + what * 31, many) == 0;
  }

  private String slug() {
    String words = headline.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return words + "-" + Long.toString(number, Character.MAX_RADIX);
  }
}
