package io.stocktrend.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Every schema that an event may have been written with, by fingerprint: the current five and those
 * that they superseded, so that what waits in a channel across an upgrade stays readable.
 */
public final class SchemaCatalog {
  private static final String SUPERSEDED = "superseded.txt";

  private final Map<String, Schema> byFingerprint = new HashMap<>();

  /** A catalogue of the given schemas. */
  public SchemaCatalog(Collection<Schema> schemas) {
    schemas.forEach(schema -> byFingerprint.put(fingerprint(schema), schema));
  }

  /** The current schemas and the superseded ones that this artifact ships. */
  public static SchemaCatalog bundled() {
    SchemaCatalog catalog =
        new SchemaCatalog(List.of(Dataset.values()).stream().map(Dataset::schema).toList());
    resource(SUPERSEDED)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(file -> new Schema.Parser().parse(resource(file)))
        .forEach(schema -> catalog.byFingerprint.put(fingerprint(schema), schema));
    return catalog;
  }

  /** The schema of that fingerprint, if this catalogue knows it. */
  public Optional<Schema> find(String fingerprint) {
    return Optional.ofNullable(byFingerprint.get(fingerprint));
  }

  /** CRC-64-AVRO of the schema's canonical form, as 16 hexadecimal digits. */
  public static String fingerprint(Schema schema) {
    return String.format("%016x", SchemaNormalization.parsingFingerprint64(schema));
  }

  private static String resource(String name) {
    try (InputStream in = SchemaCatalog.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the artifact flume-records lacks its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
