package io.stocktrend.source;

import io.stocktrend.simulator.ReceivedRequest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The limits of the shipped providers file, and who exceeded them. */
final class Limits {
  static final List<String> PROVIDERS =
      List.of(
          "yahoo",
          "finnhub",
          "alphavantage",
          "newsapi",
          "fred",
          "worldbank",
          "federalreserve",
          "treasury");

  private static final Path FILE = Path.of("../conf/providers.properties");
  private static final Map<String, Duration> WINDOWS =
      Map.of(
          "requestsPerSecond", Duration.ofSeconds(1),
          "requestsPerMinute", Duration.ofMinutes(1),
          "requestsPerDay", Duration.ofDays(1));

  private Limits() {}

  /** Each of them as a line of a providers file. */
  static String[] shipped() throws IOException {
    Properties limits = read();
    return PROVIDERS.stream()
        .flatMap(provider -> WINDOWS.keySet().stream().map(window -> provider + "." + window))
        .map(key -> key + "=" + limits.getProperty(key).strip())
        .toArray(String[]::new);
  }

  /** Each limit that more requests exceeded in some span of its length, wherever it begins. */
  static List<String> exceeded(List<ReceivedRequest> requests) throws IOException {
    Properties limits = read();
    List<String> exceeded = new ArrayList<>();
    for (String provider : PROVIDERS) {
      List<ReceivedRequest> own =
          requests.stream().filter(one -> one.route().startsWith(provider + ".")).toList();
      WINDOWS.forEach(
          (name, span) -> {
            int limit = Integer.parseInt(limits.getProperty(provider + "." + name).strip());
            if (limit > 0 && most(own, span) > limit) {
              exceeded.add(provider + "." + name + ": " + most(own, span));
            }
          });
    }
    return exceeded;
  }

  private static Properties read() throws IOException {
    Properties limits = new Properties();
    try (Reader reader = Files.newBufferedReader(FILE)) {
      limits.load(reader);
    }
    return limits;
  }

  /** The most requests in any span of that length. */
  private static int most(List<ReceivedRequest> requests, Duration span) {
    int most = 0;
    for (int first = 0, last = 0; last < requests.size(); last++) {
      var begin = requests.get(last).instant().minus(span);
      while (!requests.get(first).instant().isAfter(begin)) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
