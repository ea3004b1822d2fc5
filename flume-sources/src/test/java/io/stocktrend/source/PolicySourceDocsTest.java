package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicySourceDocsTest {
  private static final Path PAGE = Path.of("../docs/policy-source.md");
  private static final Pattern KEY = Pattern.compile("^\\| `([A-Za-z.]+)(?:\\.<provider>)?` \\|");

  @TempDir Path folder;

  @Test
  void everyKeyIsDocumentedAndEveryDocumentedKeyIsKnown() throws IOException {
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readString(PAGE).split("## Behaviour", 2)[0].lines().toList()) {
      var matcher = KEY.matcher(line);
      if (matcher.find() && !matcher.group(1).equals("apiKey")) {
        documented.add(matcher.group(1));
      }
    }

    assertEquals(knownKeys(), documented);
  }

  /** A key that is near to none is refused with the list of those that are known. */
  private Set<String> knownKeys() {
    PolicySource source = new PolicySource();
    source.setName("policy");
    Context context = new Context(Map.of("qqqqqqqqqqqqqqqq", "1", "stateDir", folder.toString()));
    String refusal =
        assertThrows(ConfigurationException.class, () -> source.configure(context)).getMessage();
    return new TreeSet<>(Set.of(refusal.replaceFirst(".*known are ", "").split(", ", -1)));
  }
}
