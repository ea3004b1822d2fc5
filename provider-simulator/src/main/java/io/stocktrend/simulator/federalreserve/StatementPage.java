package io.stocktrend.simulator.federalreserve;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A statement's page: the release time stands in a paragraph that is never closed, and a dissenting
 * member prefers another range than the one decided on.
 */
final class StatementPage {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
  private static final String NON_BREAKING_HYPHEN = "\u2011";

  private StatementPage() {}

  static String of(Meeting meeting, TargetRate rate) {
    int lower = rate.quarters(meeting);
    ZonedDateTime release = meeting.statementAt().atZone(Meeting.NEW_YORK);
    boolean summer = Meeting.NEW_YORK.getRules().isDaylightSavings(release.toInstant());
    return """
    <!DOCTYPE html>
    <html lang="en"><head><title>Federal Reserve issues FOMC statement (synthetic)</title></head>
    <body><svg><title>Synthetic seal</title></svg>
    <div id="article">
      <div class="heading col-xs-12 col-sm-8 col-md-8">
        <p class="article__time">%s</p>
        <h3 class="title">Federal Reserve issues FOMC statement</h3>
        <p class="releaseTime">For release at 2:00 p.m. %s
        <ul class="list-unstyled">
          <li>Share</li>
        </ul>
      </div>
      <div class="col-xs-12 col-sm-8 col-md-8">
        <p>Synthetic indicators suggest that activity has moved sideways.</p>
        <p>The Committee decided to set the target range for the federal funds rate at %s to&nbsp;%s \
    percent.</p>
        <p>Voting against the action was a synthetic member, who preferred to set the target range \
    for the federal funds rate at %s to %s percent.</p>
        <p>For media inquiries, please email the simulator.</p>
        <p><a href="/newsevents/pressreleases/monetary%sa1.htm">Implementation Note issued %s</a></p>
      </div>
    </div>
    <div id="lastUpdate">Last Update: %s</div>
    </body></html>
    """
        .formatted(
            DAY.format(release),
            summer ? "EDT" : "EST",
            TargetRate.fraction(lower, "-"),
            TargetRate.fraction(lower + 1, NON_BREAKING_HYPHEN),
            TargetRate.fraction(lower + 1, "-"),
            TargetRate.fraction(lower + 2, "-"),
            meeting.stamp(),
            DAY.format(release),
            DAY.format(release.plusDays(1)));
  }
}
