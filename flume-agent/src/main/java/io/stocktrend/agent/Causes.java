package io.stocktrend.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Prints the causes of a failure in one line. */
final class Causes {
  private static final int DEEPEST = 4;
  private static final Pattern CLASS = Pattern.compile("[\\w/.$]+");

  private Causes() {}

  /** The messages from the outermost cause to the innermost, each said once. */
  static String oneLine(Throwable failure) {
    List<String> messages = new ArrayList<>();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      String message = message(cause);
      if (messages.stream().noneMatch(said -> said.contains(message))) {
        messages.add(message);
      }
      cause = cause.getCause();
    }
    return String.join(": ", messages).replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  private static String message(Throwable cause) {
    String text = cause.getMessage();
    if (text == null || text.isBlank()) {
      return cause.getClass().getSimpleName();
    }
    boolean noClass =
        cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException;
    if (noClass && CLASS.matcher(text).matches()) {
      return "the class " + text.replace('/', '.') + " is not on the class path";
    }
    return text;
  }
}
