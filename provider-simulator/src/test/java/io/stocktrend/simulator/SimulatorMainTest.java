package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorMainTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String printedWhenReady = "not ready";
  private final SimulatorMain main =
      new SimulatorMain(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          simulator -> printedWhenReady = text(out));

  @Test
  void theBaseUrlIsPrintedOnOneLine() {
    try (ProviderSimulator simulator = main.start("--port", "0").simulator().orElseThrow()) {
      assertEquals(simulator.baseUrl() + System.lineSeparator(), text(out));
      assertEquals("", text(err));
    }
  }

  @Test
  void itIsReadyForASignalBeforeTheLineIsPrinted() {
    main.start().simulator().orElseThrow().close();
    assertEquals("", printedWhenReady);
  }

  @Test
  void theProvidersFileIsReadableAndAlone() throws Exception {
    Path file = folder.resolve("providers.properties");
    Files.writeString(file, "old = content");
    try (ProviderSimulator simulator =
        main.start("--providers-file=" + file).simulator().orElseThrow()) {
      assertEquals(simulator.providersProperties(), load(file));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void faultsAndSeedAreObeyed() throws Exception {
    Path faults = folder.resolve("faults.json");
    Files.writeString(faults, "[{\"route\":\"yahoo.cookie\",\"kind\":\"html\",\"status\":418}]");
    String[] arguments = {"--faults", faults.toString(), "--seed", "-9", "--latency", "1"};
    try (ProviderSimulator simulator = main.start(arguments).simulator().orElseThrow()) {
      URI uri = URI.create(simulator.baseUrl() + "/yahoo/cookie");
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      assertEquals(
          418,
          HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode());
    }
  }

  @Test
  void helpExplainsEveryOption() {
    SimulatorMain.Started started = main.start("--help");
    assertEquals(0, started.exitCode());
    assertTrue(started.simulator().isEmpty());
    for (String option :
        new String[] {"--port", "--seed", "--faults", "--latency", "--providers-file"}) {
      assertTrue(text(out).contains(option), option);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot=1 | unknown option --prot: use one of --port, --seed",
        "--port | --port needs a value",
        "--port=x | --port = x: give a whole number from 0 to 65535",
        "--port=65536 | --port = 65536: give a whole number from 0 to 65535",
        "--latency=-1 | --latency = -1: give a whole number from 0",
        "--seed= | --seed = : give a whole number",
        "extra | unknown option extra"
      })
  void wrongUsageIsExitTwoWithOneLineThatSaysWhatToDo(String argument, String message) {
    assertFails(2, message, argument);
  }

  @Test
  void aWrongRuleIsWrongUsage() throws Exception {
    Path faults =
        Files.writeString(folder.resolve("f.json"), "[{\"route\":\"x\",\"kind\":\"cut\"}]");
    assertFails(2, "unknown route 'x'", "--faults", faults.toString());
  }

  @Test
  void anUnreadableFaultsFileIsAFailure() {
    String none = folder.resolve("none.json").toString();
    assertFails(1, "cannot read --faults " + none, "--faults", none);
  }

  @Test
  void anUnwritableProvidersFileIsAFailure() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    String file = notAFolder.resolve("p.properties").toString();
    assertFails(1, "cannot write --providers-file " + file, "--providers-file", file);
  }

  @Test
  void aTakenPortIsAFailure() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertFails(1, "cannot listen on 127.0.0.1:" + port, "--port", port);
    }
  }

  private void assertFails(int exitCode, String message, String... arguments) {
    SimulatorMain.Started started = main.start(arguments);
    started.simulator().ifPresent(ProviderSimulator::close);
    assertEquals(exitCode, started.exitCode());
    assertTrue(started.simulator().isEmpty());
    assertTrue(text(err).startsWith("simulate: " + message), text(err));
    assertEquals(1, text(err).lines().count(), text(err));
    assertEquals("", text(out));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
