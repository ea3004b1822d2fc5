package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** A body that a provider once sent, with the status and the type that its sidecar notes. */
public record Recording(Path file) {
  private static final Pattern STATUS = Pattern.compile("(?m)^status:\\s*(\\d{3})");
  private static final Pattern TYPE = Pattern.compile("(?m)^\\s*content-type:\\s*(\\S.*)$");

  private static final Pattern SENT =
      Pattern.compile(
          "(?m)^recorded: (?:(\\w{3}, .* GMT)|(\\d{4}-\\d{2})$|.*?(\\d{4}-\\d{2}-\\d{2}))");

  /**
   * The folder of the recordings, which the system property {@code stocktrend.recordings} names;
   * without it, the test is skipped.
   */
  public static Path folder() {
    String folder = System.getProperty("stocktrend.recordings", "");
    assumeFalse(
        folder.isBlank() || folder.equals("null"),
        "give -Dstocktrend.recordings=FOLDER to check recorded answers");
    return Path.of(folder);
  }

  /** The bodies of a provider whose names match. */
  static List<Recording> all(Path folder, String glob) {
    try (Stream<Path> files = Files.list(folder)) {
      var wanted = folder.getFileSystem().getPathMatcher("glob:" + glob);
      return files
          .filter(f -> wanted.matches(f.getFileName()) && !f.toString().endsWith(".meta"))
          .sorted()
          .map(Recording::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return file.getFileName().toString();
  }

  /** The folder's name and the file's, under which tables know it. */
  String path() {
    return file.getParent().getFileName() + "/" + name();
  }

  public String text() throws IOException {
    return Files.readString(file);
  }

  /** When it was sent; where only the month or day is noted, the end of it. */
  Instant sentAt() throws IOException {
    Matcher sent = SENT.matcher(Files.readString(file.resolveSibling(name() + ".meta")));
    if (!sent.find()) {
      throw new IOException(name() + ".meta says nothing about its time");
    }
    if (sent.group(1) != null) {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(sent.group(1)));
    }
    LocalDate end =
        sent.group(2) != null
            ? YearMonth.parse(sent.group(2)).atEndOfMonth()
            : LocalDate.parse(sent.group(3));
    return end.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The values of a header that the sidecar notes, none if it does not. */
  public List<String> header(String name) throws IOException {
    Matcher line =
        Pattern.compile("(?m)^\\s+" + name + ": (.*)$")
            .matcher(Files.readString(file.resolveSibling(name() + ".meta")));
    return line.find() ? List.of(line.group(1).split(", (?=\\w+=)", -1)) : List.of();
  }

  public MockResponse answer() throws IOException {
    String meta = Files.readString(file.resolveSibling(name() + ".meta"));
    Matcher status = STATUS.matcher(meta);
    Matcher type = TYPE.matcher(meta);
    MockResponse.Builder answer =
        new MockResponse.Builder()
            .code(status.find() ? Integer.parseInt(status.group(1)) : 200)
            .body(new Buffer().write(Files.readAllBytes(file)));
    if (type.find()) {
      answer.setHeader("Content-Type", type.group(1));
    }
    return answer.build();
  }
}
