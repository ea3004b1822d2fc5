package io.stocktrend.source.provider;

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

  /** The bodies of a provider whose names match, none if they are not there. */
  public static List<Recording> all(Path folder, String glob) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
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

  public String name() {
    return file.getFileName().toString();
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
