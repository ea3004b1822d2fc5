package io.stocktrend.source;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A headline as a sequence of words, without case, punctuation, agencies' labels and the name of
 * the publisher. Two headlines are the same story's if one says what the other says in the same
 * order and hardly more, and no number, negation or direction more.
 */
final class Headline {
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:update \\d+|exclusive|breaking(?: news)?|correct(?:ed|ion)|refile|just in|watch|video)"
              + "\\s*[-:|–—]\\s*");
  private static final Pattern TICKER =
      Pattern.compile("\\((?:nyse|nasdaq|amex)?\\s?:?\\s?[a-z]{1,5}(?:\\.[a-z])?\\)");
  private static final Pattern LAST_BREAK = Pattern.compile("(.*) ([-|–—]) (.*)");
  private static final String LIKELY_BREAKS = "-|";
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}.%]+");
  private static final int LONGEST_PUBLISHER = 5;
  private static final int FEWEST_LEFT = 3;

  /** One of these more changes what is said. */
  private static final Set<String> TURNS =
      Set.of(
          "no", "not", "never", "without", "denies", "halts", "up", "down", "above", "below",
          "rise", "rises", "fall", "falls", "beats", "misses", "buy", "sell", "cut", "cuts", "ends",
          "former");

  private static final Set<String> LITTLE = Set.of("a", "an", "the", "its", "and", "says", "said");
  private static final double LEAST_SHARED = 0.75;
  private static final int FEWEST_TO_COMPARE = 5;
  private static final int CODE_BYTES = 3;
  static final int CODE_LENGTH = 4;

  private Headline() {}

  /** The words, those that say little left out. */
  static List<String> words(String headline, String publisher) {
    String text = Normalizer.normalize(headline, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    text = text.replace('’', '\'').replace("'s ", " ").replace("'", "").replace("&", " and ");
    text = LABEL.matcher(withoutPublisher(text.strip(), publisher)).replaceFirst("");
    text = TICKER.matcher(text).replaceAll(" ");
    List<String> words = new ArrayList<>();
    for (String part : split(text)) {
      String word = part.replaceAll("^\\.+|\\.+$|(?<=\\p{L})\\.", "");
      if (!word.isEmpty() && !LITTLE.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /** The words as one short text, {@value #CODE_LENGTH} characters for each. */
  static String code(List<String> words) {
    StringBuilder code = new StringBuilder(words.size() * CODE_LENGTH);
    words.forEach(word -> code.append(code(word)));
    return code.toString();
  }

  /** Whether two codes are of headlines of one story. */
  static boolean isSame(String code, String other) {
    if (code.equals(other)) {
      return true;
    }
    String longer = code.length() > other.length() ? code : other;
    String shorter = code.length() > other.length() ? other : code;
    int words = shorter.length() / CODE_LENGTH;
    boolean isComparable =
        words >= FEWEST_TO_COMPARE && shorter.length() >= LEAST_SHARED * longer.length();
    return isComparable && isWithin(shorter, longer);
  }

  /** Whether all words of one are in the other in order, and none of those between them counts. */
  private static boolean isWithin(String shorter, String longer) {
    int found = 0;
    for (int at = 0; at < longer.length(); at += CODE_LENGTH) {
      if (shorter.startsWith(longer.substring(at, at + CODE_LENGTH), found)) {
        found += CODE_LENGTH;
      } else if (counts(longer.charAt(at))) {
        return false;
      }
    }
    return found == shorter.length();
  }

  /** Takes off what follows the last break, if it is the publisher or can hardly be else. */
  private static String withoutPublisher(String text, String publisher) {
    Matcher broken = LAST_BREAK.matcher(text);
    if (!broken.matches()) {
      return text;
    }
    String last = broken.group(3).strip();
    boolean isNamed = publisher != null && last.equals(publisher.toLowerCase(Locale.ROOT).strip());
    // A longer dash goes before an afterthought as often as before a publisher.
    boolean isLikely = LIKELY_BREAKS.contains(broken.group(2)) && isLikely(broken.group(1), last);
    return isNamed || isLikely ? broken.group(1) : text;
  }

  private static boolean isLikely(String before, String last) {
    List<String> words = split(last);
    return words.size() <= LONGEST_PUBLISHER
        && split(before).size() >= Math.max(FEWEST_LEFT, 2 * words.size())
        && words.stream().noneMatch(Headline::counts);
  }

  private static List<String> split(String text) {
    return Stream.of(NOT_A_WORD.split(text, -1)).filter(word -> !word.isEmpty()).toList();
  }

  /** Three bytes of a checksum; its first bit says whether the word counts. */
  private static String code(String word) {
    CRC32 checksum = new CRC32();
    checksum.update(word.getBytes(StandardCharsets.UTF_8));
    long value = checksum.getValue();
    byte[] bytes = new byte[CODE_BYTES];
    bytes[0] = (byte) (counts(word) ? value | 0x80 : value & 0x7f);
    bytes[1] = (byte) (value >> 8);
    bytes[2] = (byte) (value >> 16);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  private static boolean counts(String word) {
    return TURNS.contains(word) || word.chars().anyMatch(Character::isDigit);
  }

  /** The first character of a code holds its first six bits: from 'g' on, the first one is set. */
  private static boolean counts(char first) {
    return (first >= 'g' && first <= 'z')
        || (first >= '0' && first <= '9')
        || first == '-'
        || first == '_';
  }
}
