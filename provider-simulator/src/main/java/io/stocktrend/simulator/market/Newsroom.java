package io.stocktrend.simulator.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Stories about companies as a pure function of seed, company and time: in some hours one, in most
 * none. What has been published stays as it is.
 */
public final class Newsroom {

  private static final long HOUR = Duration.ofHours(1).toSeconds();
  private static final long FIGURES = 97;
  private static final double STORIES_PER_HOUR = 0.15;
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "( \\((The|Eli|Class [A-C])\\)|,? (Inc|Corp|Ltd)\\.| plc| & Co\\.| & Company| Company"
              + "| Companies| Corporation| Limited| Incorporated)+$");

  private final long seed;
  private final List<String[]> templates = Resource.rows("headlines.tsv");

  public Newsroom(long seed) {
    this.seed = seed;
  }

  /** The stories published from one instant to another, both included, oldest first. */
  public List<Story> stories(Company company, Instant from, Instant to) {
    long ownSeed = Noise.seed(seed, company.symbol() + "/news");
    List<Story> stories = new ArrayList<>();
    for (long hour = hour(from); hour <= hour(to); hour++) {
      if (Noise.uniform(ownSeed, hour) < STORIES_PER_HOUR) {
        Story story = story(company, ownSeed, hour);
        if (!story.published().isBefore(from) && !story.published().isAfter(to)) {
          stories.add(story);
        }
      }
    }
    return stories;
  }

  /** The name as headlines have it, without the legal form. */
  public static String shortName(Company company) {
    return LEGAL_FORM.matcher(company.name()).replaceFirst("");
  }

  private Story story(Company company, long ownSeed, long hour) {
    long second = 1 + (long) (Noise.uniform(ownSeed + 1, hour) * (HOUR - 1));
    // One after the other, so that no headline comes back within days.
    String[] template = templates.get((int) Math.floorMod(hour, (long) templates.size()));
    String figure = Long.toString(2 + Math.floorMod(hour, FIGURES));
    String summary =
        company.name() + " (" + company.symbol() + "): " + template[2] + " Synthetic story.";
    return new Story(
        company,
        Instant.ofEpochSecond(hour * HOUR + second),
        Noise.seed(ownSeed, Long.toString(hour)) >>> 24,
        template[1].replace("{name}", shortName(company)).replace("{n}", figure),
        summary);
  }

  private static long hour(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), HOUR);
  }
}
