package io.stocktrend.interceptor.sentiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words and phrases with what they do, as a tree of tokens; the longest phrase wins. */
final class Lexicon {
  /** Phrases are written without these, and match with and without them. */
  private static final Set<String> DETERMINERS =
      Set.of("a", "an", "the", "its", "their", "his", "her", "our", "this");

  private static final String BEGINNING = "^";
  private static final String GAP = "*";
  private static final int GAP_REACH = 4;

  private final Node root = new Node();
  private int size;

  /** Adds or replaces a phrase, written as tokens parted by blanks. */
  void put(String phrase, Term term) {
    Node node = root;
    for (String word : phrase.split(" ", -1)) {
      node = node.next.computeIfAbsent(word, key -> new Node());
    }
    size += (term == null ? 0 : 1) - (node.term == null ? 0 : 1);
    node.term = term;
  }

  /** How many words and phrases it holds, inflected forms counted. */
  int size() {
    return size;
  }

  List<Item> items(List<Token> tokens) {
    List<Item> items = new ArrayList<>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      at = next(tokens, at, items);
    }
    return items;
  }

  private int next(List<Token> tokens, int start, List<Item> items) {
    Match match = root.longest(tokens, start, start);
    if (start == 0 && root.next.containsKey(BEGINNING)) {
      Match opening = root.next.get(BEGINNING).longest(tokens, start, start);
      match = opening == null ? match : opening;
    }
    int end = match == null ? start + 1 : match.end;
    items.add(
        new Item(match == null ? null : match.term, tokens.get(start), words(tokens, start, end)));
    return end;
  }

  private static String words(List<Token> tokens, int start, int end) {
    if (end == start + 1) {
      return tokens.get(start).text();
    }
    StringBuilder words = new StringBuilder(tokens.get(start).text());
    for (Token token : tokens.subList(start + 1, end)) {
      words.append(' ').append(token.text());
    }
    return words.toString();
  }

  private record Match(Term term, int end) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>(4);
    private Term term;

    /** The longest phrase that goes on from here with the tokens from an index on. */
    private Match longest(List<Token> tokens, int at, int start) {
      Match here = term == null ? null : new Match(term, at);
      if (at == tokens.size()) {
        return here;
      }
      String word = tokens.get(at).pattern();
      Node following = next.get(word);
      Match longer = following == null ? null : following.longest(tokens, at + 1, start);
      if (longer == null && at > start && isLoneDeterminer(tokens, at)) {
        Match skipping = longest(tokens, at + 1, start);
        longer = skipping != null && skipping.end > at + 1 ? skipping : null;
      }
      Match across = next.containsKey(GAP) ? afterGap(next.get(GAP), tokens, at, start) : null;
      if (across != null && (longer == null || across.end > longer.end)) {
        longer = across;
      }
      return longer == null ? here : longer;
    }

    /** One, not a row of them: a phrase is followed to a bounded depth whatever the text. */
    private static boolean isLoneDeterminer(List<Token> tokens, int at) {
      return DETERMINERS.contains(tokens.get(at).text())
          && !DETERMINERS.contains(tokens.get(at - 1).text());
    }

    private static Match afterGap(Node gap, List<Token> tokens, int from, int start) {
      for (int at = from; at <= Math.min(from + GAP_REACH, tokens.size() - 1); at++) {
        Node following = gap.next.get(tokens.get(at).pattern());
        if (following != null) {
          return following.longest(tokens, at + 1, start);
        }
        if (tokens.get(at).type() == Token.Type.BREAK) {
          return null;
        }
      }
      return null;
    }
  }
}
