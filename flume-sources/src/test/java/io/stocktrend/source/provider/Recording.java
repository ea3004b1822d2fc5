package io.stocktrend.source.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
