package io.stocktrend.source.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headlines and summaries as people read them. Only what is certain is changed: entities that are
 * numeric or among a few names are decoded once, tags of a few common elements are taken out, and
 * blanks are single. Everything else stays as the provider sent it.
 */
public final class PlainText {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,5}));");
  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
  private static final Set<String> ELEMENTS =
      Set.of(
          "a", "b", "br", "div", "em", "h1", "h2", "h3", "i", "img", "li", "ol", "p", "span",
          "strong", "u", "ul");

  private PlainText() {}

  /** The text of a member, or null if it says nothing. */
  public static String of(JsonNode node) {
    String text = Json.text(node);
    return text == null ? null : clean(text);
  }

  private static String clean(String text) {
    String plain = withoutTags(text);
    Matcher entities = ENTITY.matcher(plain);
    String decoded = entities.replaceAll(m -> Matcher.quoteReplacement(decoded(m.group())));
    String single = decoded.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    return single.isEmpty() ? null : single;
  }

  private static String decoded(String entity) {
    String name = entity.substring(1, entity.length() - 1);
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, entity);
    }
    boolean isHex = name.startsWith("#x") || name.startsWith("#X");
    int point = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
    boolean isText = Character.isDefined(point) && !Character.isISOControl(point);
    boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return isText && !isHalf ? Character.toString(point) : entity;
  }

  /** A single pass from one angle bracket to the next, so that no text takes long. */
  private static String withoutTags(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('<', at);
      int close = open < 0 ? -1 : text.indexOf('>', open);
      if (close < 0) {
        break;
      }
      boolean isTag = isTag(text.substring(open + 1, close));
      kept.append(text, at, isTag ? open : open + 1);
      if (isTag) {
        kept.append(' ');
      }
      at = isTag ? close + 1 : open + 1;
    }
    return kept.append(text, at, text.length()).toString();
  }

  private static boolean isTag(String inside) {
    String bare = inside.startsWith("/") ? inside.substring(1) : inside;
    String element = bare.split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
    return ELEMENTS.contains(element);
  }
}
