package io.stocktrend.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.KeyRing;
import io.stocktrend.record.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of encrypted part files: {@code {"parquet": {"<name>": "<base64>"}}} in a file that only
 * this user may read, which may hold other secrets too. No message shows a value.
 */
public final class KeyFile {
  private static final String VARIABLE = "STOCKTREND_CREDENTIALS";
  private static final Path DEFAULT = Path.of("conf", "credentials.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private KeyFile() {}

  /**
   * The keys of a file.
   *
   * @param given the file; empty for the one that STOCKTREND_CREDENTIALS names, else
   *     conf/credentials.json, which may be missing
   * @throws ClientException if it is another's or open to others, or it is no such file
   */
  public static KeyRing read(Optional<Path> given) {
    String named = System.getenv().getOrDefault(VARIABLE, "");
    Path file = given.orElseGet(() -> named.isEmpty() ? DEFAULT : Path.of(named));
    if (given.isEmpty() && named.isEmpty() && Files.notExists(file)) {
      return KeyRing.EMPTY;
    }
    try {
      refuseOpen(file);
      return ring(JSON.readTree(Files.readString(file)).path("parquet"));
    } catch (JsonProcessingException e) {
      // Without the cause, which would quote the text.
      throw fault(file, "is not JSON");
    } catch (IOException e) {
      throw new ClientException(
          Fault.DATA, "the key file %s cannot be read: %s".formatted(file, e), e);
    } catch (IllegalArgumentException e) {
      throw fault(file, "is wrong: " + e.getMessage());
    }
  }

  private static void refuseOpen(Path file) throws IOException {
    Optional<String> complaint = SecretFile.complaint(file);
    if (complaint.isPresent()) {
      throw fault(file, complaint.get());
    }
  }

  private static KeyRing ring(JsonNode keys) {
    KeyRing ring = KeyRing.EMPTY;
    for (Map.Entry<String, JsonNode> key : keys.properties()) {
      ring = ring.with(key.getKey(), key.getValue().asText());
    }
    return ring;
  }

  private static ClientException fault(Path file, String fault) {
    return new ClientException(Fault.DATA, "the key file " + file + " " + fault);
  }
}
