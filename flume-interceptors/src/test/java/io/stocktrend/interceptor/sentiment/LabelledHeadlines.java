package io.stocktrend.interceptor.sentiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Headlines with the labels that people gave them, and how well an engine agrees. */
record LabelledHeadlines(List<Headline> headlines) {
  record Headline(SentimentLabel label, String text) {}

  /** Lines of label, anything, text, parted by tabs; {@code #} begins a comment. */
  static LabelledHeadlines read(Path file) throws IOException {
    List<Headline> headlines = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] columns = line.split("\t", -1);
      if (!line.startsWith("#") && columns.length > 1) {
        String label = columns[0].toUpperCase(Locale.ROOT);
        headlines.add(new Headline(SentimentLabel.valueOf(label), columns[columns.length - 1]));
      }
    }
    return new LabelledHeadlines(headlines);
  }

  /** The mean of the three labels' F1: each label counts the same, however rare it is. */
  double macroF1(SentimentEngine engine) {
    List<SentimentLabel> found =
        headlines.stream().map(headline -> engine.score(headline.text()).label()).toList();
    return Arrays.stream(SentimentLabel.values())
        .mapToDouble(label -> f1(label, found))
        .average()
        .orElseThrow();
  }

  private double f1(SentimentLabel label, List<SentimentLabel> found) {
    int both = 0;
    int either = 0;
    for (int at = 0; at < found.size(); at++) {
      boolean given = headlines.get(at).label() == label;
      boolean hit = found.get(at) == label;
      both += given && hit ? 2 : 0;
      either += (given ? 1 : 0) + (hit ? 1 : 0);
    }
    return either == 0 ? 0 : both / (double) either;
  }
}
