package io.stocktrend.agent;

import io.stocktrend.record.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.flume.Context;

/** Finds keystores and their password files that others than this user may read. */
final class KeyStoreCheck {
  private static final List<String> KEYS = List.of("keystorefile", "passwordfile", "keystore");

  /** Looks at the files that the resolved settings name and that are there. */
  void run(Map<Component, Context> settings, Findings findings) {
    settings.forEach(
        (component, context) ->
            context
                .getParameters()
                .forEach(
                    (key, value) ->
                        complaint(key, value)
                            .ifPresent(complaint -> findings.add(component, complaint))));
  }

  private static Optional<String> complaint(String key, String value) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (KEYS.stream().noneMatch(lower::endsWith)) {
      return Optional.empty();
    }
    Path file = Path.of(value.strip());
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return SecretFile.complaint(file)
          .map(complaint -> "%s names %s, which %s".formatted(key, file, complaint));
    } catch (IOException e) {
      return Optional.of(key + " names a file whose rights cannot be read: " + e);
    }
  }
}
