package io.stocktrend.client.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page's frame: {@code page.html}, in which a line {@code <!--file NAME-->} stands for that
 * resource and {@code <!--data-->} for the data.
 */
final class PageTemplate {
  private static final Pattern MARK = Pattern.compile("<!--(?:file (\\S+)|data)-->");

  /** Writes the data in its place. */
  @FunctionalInterface
  interface Data {
    void write(Writer page) throws IOException;
  }

  void write(Writer page, Data data) throws IOException {
    String frame = resource("page.html");
    Matcher mark = MARK.matcher(frame);
    int end = 0;
    while (mark.find()) {
      page.append(frame, end, mark.start());
      end = mark.end();
      if (mark.group(1) == null) {
        data.write(page);
      } else {
        page.write(resource(mark.group(1)));
      }
    }
    page.append(frame, end, frame.length());
  }

  static String resource(String name) throws IOException {
    try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this program lacks its own part " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
