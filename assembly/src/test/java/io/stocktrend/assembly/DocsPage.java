package io.stocktrend.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the documentation, for what its readers do with it. */
record DocsPage(String text) {
  static DocsPage of(String name) throws IOException {
    return new DocsPage(Files.readString(Path.of("../docs", name)));
  }

  /** What stands below a heading of the second depth. */
  DocsPage section(String heading) {
    return new DocsPage(text.split("\n## " + heading + "\n", 2)[1].split("\n## ", 2)[0]);
  }

  /** The blocks of code that name this language, in their order. */
  List<String> blocks(String language) {
    return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
        .matcher(text)
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
