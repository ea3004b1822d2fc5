package io.stocktrend.sink.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.record.DurableFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form of a quarantine file: a JSON object a line, with the members {@code id}, {@code time},
 * {@code component}, {@code reason}, {@code headers} and {@code body} (base64).
 */
public final class QuarantineFile {
  /** What the name of every quarantine file ends with. */
  public static final String EXTENSION = ".jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  private QuarantineFile() {}

  /** The quarantine files of a folder by name; none if it is not there. */
  public static List<Path> in(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*" + EXTENSION)) {
      files.forEach(found::add);
    } catch (NoSuchFileException e) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  /** The entries of a file, in its order. */
  public static List<QuarantineEntry> read(Path file) throws IOException {
    List<QuarantineEntry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      entries.add(entry(JSON.readTree(line)));
    }
    return entries;
  }

  /**
   * Takes entries out of a file, durably; a file without any left is removed.
   *
   * @param ids of entries that are stored elsewhere by now
   */
  public static void remove(Path file, Set<String> ids) throws IOException {
    List<QuarantineEntry> rest =
        read(file).stream().filter(entry -> !ids.contains(entry.id())).toList();
    if (rest.isEmpty()) {
      Files.delete(file);
      DurableFiles.sync(file.toAbsolutePath().getParent());
    } else {
      DurableFiles.replace(file, print(rest));
    }
  }

  static byte[] print(List<QuarantineEntry> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (QuarantineEntry entry : entries) {
      out.write(JSON.writeValueAsBytes(node(entry)));
      out.write('\n');
    }
    return out.toByteArray();
  }

  private static ObjectNode node(QuarantineEntry entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", entry.id());
    node.put("time", entry.time().toString());
    node.put("component", entry.component());
    node.put("reason", entry.reason());
    ObjectNode headers = node.putObject("headers");
    entry.headers().forEach(headers::put);
    return node.put("body", entry.body());
  }

  private static QuarantineEntry entry(JsonNode node) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    node.path("headers")
        .fields()
        .forEachRemaining(header -> headers.put(header.getKey(), header.getValue().textValue()));
    return new QuarantineEntry(
        node.path("id").asText(),
        Instant.parse(node.path("time").asText()),
        node.path("component").asText(),
        node.path("reason").asText(),
        headers,
        node.path("body").binaryValue());
  }
}
