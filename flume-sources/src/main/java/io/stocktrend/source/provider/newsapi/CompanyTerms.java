package io.stocktrend.source.provider.newsapi;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a company is named in news, for the query and for telling which company a story is about.
 * NewsAPI knows no tickers, so this is a matter of words.
 */
final class CompanyTerms {
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(\\s*\\((The|Eli|Class [A-C])\\)"
              + "|,?\\s+(Inc|Corp|Ltd|Co)\\."
              + "|\\s+(plc|Company|Corporation|Limited|Incorporated|& Co\\.|& Company|Companies))+$");

  /** Names that are also words, so that without their legal form they say nothing. */
  private static final Set<String> WORDS =
      Set.of(
          "ball",
          "block",
          "cooper",
          "dover",
          "dow",
          "flex",
          "fox",
          "jacobs",
          "match",
          "mosaic",
          "news",
          "pool",
          "principal",
          "progressive",
          "southern",
          "tapestry",
          "target",
          "trade desk",
          "travelers",
          "visa",
          "waters",
          "williams");

  private final String name;
  private final Pattern mention;

  private CompanyTerms(String name, Pattern mention) {
    this.name = name;
    this.mention = mention;
  }

  /** The terms of a company; of one without a name, only its symbol is searched for. */
  static CompanyTerms of(String symbol, String companyName) {
    String whole = companyName.replaceAll("\\s*\\(.*\\)$", "").strip();
    String bare = LEGAL_FORM.matcher(companyName.strip()).replaceFirst("").strip();
    String name = WORDS.contains(bare.toLowerCase(Locale.ROOT)) ? whole : bare;
    String ticker = Pattern.quote(symbol);
    String tickers =
        "\\$"
            + ticker
            + "\\b|\\("
            + ticker
            + "\\)|\\b(?:NYSE|NASDAQ|Nasdaq)\\s?:\\s?"
            + ticker
            + "\\b";
    String names = name.isEmpty() ? "\\b" + ticker + "\\b" : words(name);
    String searched = name.isEmpty() ? symbol : name;
    return new CompanyTerms(searched, Pattern.compile(tickers + "|" + names));
  }

  /** The term to search for, in quotes. */
  String query() {
    return '"' + name.replace("\"", "") + '"';
  }

  /** Whether a text names the company: its name as it is written, or its ticker as a ticker. */
  boolean isIn(String text) {
    return text != null && mention.matcher(text).find();
  }

  /** The words with any blank or apostrophe between them, not within a longer word. */
  private static String words(String name) {
    String pattern =
        Stream.of(name.split("\\s+", -1))
            .map(word -> List.of(word.split("[’']", -1)))
            .map(CompanyTerms::quoted)
            .collect(Collectors.joining("\\s+"));
    return "(?<![\\p{L}\\p{N}])" + pattern + "(?![\\p{L}\\p{N}])";
  }

  private static String quoted(List<String> parts) {
    return parts.stream().map(Pattern::quote).collect(Collectors.joining("[’']"));
  }
}
