package io.stocktrend.source.provider.yahoo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a page of consent.
 *
 * @param action where it goes, relative to the page; empty for the page itself
 * @param fields its hidden fields, among them {@code csrfToken}
 */
record ConsentForm(String action, Map<String, String> fields) {
  private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern INPUT = Pattern.compile("(?is)<input\\b([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("(?s)([\\w-]+)\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern CHARACTER = Pattern.compile("&#(x[0-9a-fA-F]{1,6}|\\d{1,7});");

  /** The first form that holds the token, if the page has one. */
  static Optional<ConsentForm> find(String html) {
    Matcher form = FORM.matcher(html);
    while (form.find()) {
      Map<String, String> fields = hiddenFields(form.group(2));
      if (fields.containsKey("csrfToken")) {
        String action = attributes(form.group(1)).getOrDefault("action", "");
        return Optional.of(new ConsentForm(action, fields));
      }
    }
    return Optional.empty();
  }

  /** The fields as the button that agrees sends them. */
  Map<String, String> agreed() {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("agree", "agree");
    return all;
  }

  private static Map<String, String> hiddenFields(String html) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = INPUT.matcher(html);
    while (input.find()) {
      Map<String, String> attributes = attributes(input.group(1));
      if ("hidden".equals(attributes.get("type")) && attributes.containsKey("name")) {
        fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
      }
    }
    return fields;
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(tag);
    while (attribute.find()) {
      attributes.put(attribute.group(1), plain(attribute.group(2)));
    }
    return attributes;
  }

  /** Text without the character references that such pages use. */
  private static String plain(String html) {
    String text =
        CHARACTER
            .matcher(html)
            .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
    return text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static String character(String number) {
    int codePoint =
        number.startsWith("x")
            ? Integer.parseInt(number.substring(1), 16)
            : Integer.parseInt(number);
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
  }
}
