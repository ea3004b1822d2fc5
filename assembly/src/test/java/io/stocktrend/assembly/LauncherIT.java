package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of {@code bin/flume-ng}. */
final class LauncherIT {
  @TempDir Path folder;
  private DistributionHome home;

  @BeforeEach
  void homeWithBlanks() throws IOException {
    home = DistributionHome.copy(folder.resolve("my flume home"));
    Files.createDirectories(home.pluginLibext());
  }

  @Test
  void blanksInPathsAndALinkToTheLauncherDoNoHarm() throws Exception {
    Path file = Files.writeString(folder.resolve("my agent.properties"), AgentFiles.IDLE);
    Path link = Files.createSymbolicLink(folder.resolve("a link"), Path.of("my flume home/bin"));
    var command =
        List.of(link.resolve("flume-ng").toString(), "agent", "-n", "raw", "-f", file.toString());
    try (AgentProcess agent = AgentProcess.start(folder, "linked", Map.of(), command)) {
      agent.awaitOutput("Agent raw runs");
      agent.terminate();
      assertEquals(0, agent.awaitExit());
    }
  }

  @Test
  void theProcessIsTheJavaVirtualMachineItself() throws Exception {
    Path file = Files.writeString(folder.resolve("raw.properties"), AgentFiles.IDLE);
    try (AgentProcess agent = home.flumeNg(folder, "agent", "-f", file.toString())) {
      agent.awaitOutput("Agent raw runs");
      String command = ProcessHandle.of(agent.pid()).orElseThrow().info().command().orElseThrow();
      assertTrue(command.endsWith("/bin/java"), command);
    }
  }

  @Test
  void theMemoryIsDumpedNowhereAndFilesAreTheUsersAlone() throws Exception {
    Path file = Files.writeString(folder.resolve("raw.properties"), AgentFiles.IDLE);
    Files.delete(home.conf().resolve("flume-env.sh"));
    try (AgentProcess agent = home.flumeNg(folder, "agent", "-f", file.toString())) {
      agent.awaitOutput("Agent raw runs");
      Path process = Path.of("/proc", Long.toString(agent.pid()));
      String limits = Files.readString(process.resolve("limits"));
      assertTrue(limits.matches("(?s).*Max core file size +0 .*"), limits);
      assertTrue(Files.readString(process.resolve("status")).contains("Umask:\t0077"));
    }
    String command = dryRun("agent", "-f", "x", "-XX:+HeapDumpOnOutOfMemoryError");
    assertTrue(
        command.indexOf("-XX:-HeapDumpOnOutOfMemoryError")
            < command.indexOf("-XX:+HeapDumpOnOutOfMemoryError"),
        command);
    assertTrue(command.contains("-XX:-HeapDumpOnOutOfMemoryError"), command);
  }

  @Test
  void theClassPathHasTheOrderOfTheStockLauncher() throws Exception {
    String command = dryRun("agent", "-f", "x", "-C", "/more/*").replace("\\", "");
    String root = home.folder().toRealPath().toString();
    String plugin = root + "/plugins.d/stock-trend/";
    assertTrue(
        command.contains(
            String.join(
                ":",
                root + "/conf",
                root + "/lib/*",
                plugin + "lib/*",
                plugin + "libext/*",
                "/more/*")),
        command);
  }

  @Test
  void javaOptionsAreHandedOnAndTheirValuesNotShown() throws Exception {
    String command = dryRun("agent", "-f", "x", "-Dmy.password=s3cret", "-Xmx1g");
    assertTrue(command.contains("-Dmy.password=... -Xmx1g"), command);
    assertFalse(command.contains("s3cret"), command);
    assertTrue(command.indexOf("-Xmx512m") < command.indexOf("-Xmx1g"), "the later one counts");
  }

  @Test
  void flumeEnvOfTheConfigurationFolderIsRead() throws Exception {
    Path conf = Files.createDirectories(folder.resolve("other conf"));
    Files.writeString(conf.resolve("flume-env.sh"), "JAVA_OPTS='-Xmx99m -Dfrom.env=1'\n");
    String command = dryRun("agent", "-c", conf.toString(), "-f", "x");
    assertTrue(command.contains("-Xmx99m -Dfrom.env=..."), command);
    assertTrue(command.replace("\\", "").contains("-cp " + conf + ":"), command);
  }

  @Test
  void pluginsPathAddsItsPluginsToTheOwnOne() throws Exception {
    Path plugin = Files.createDirectories(folder.resolve("my plugins/one/lib"));
    Files.createDirectories(folder.resolve("my plugins/one/native"));
    String command =
        dryRun("agent", "-f", "x", "--plugins-path", plugin.getParent().getParent().toString())
            .replace("\\", "");
    assertTrue(command.contains(":" + plugin + "/*"), command);
    assertTrue(command.contains("-Djava.library.path=..."), command);
    assertTrue(command.contains("/plugins.d/stock-trend/lib/*:"), command);
  }

  @Test
  void versionIsFlumes() throws Exception {
    try (AgentProcess version = home.flumeNg(folder, "version")) {
      assertEquals(0, version.awaitExit(), version.err());
      assertTrue(version.out().startsWith("Flume 1.11.0"), version.out());
    }
  }

  @Test
  void helpEndsWithZero() throws Exception {
    try (AgentProcess help = home.flumeNg(folder, "help")) {
      assertEquals(0, help.awaitExit());
      assertTrue(help.out().contains("--no-reload-conf"), help.out());
    }
  }

  @Test
  void wrongUseEndsWithTwoAndOneLine() throws Exception {
    failsWith(2, "a command is missing", Map.of());
    failsWith(2, "'agnet' is unknown", Map.of(), "agnet");
    failsWith(2, "option -f needs a value", Map.of(), "agent", "-f");
    failsWith(
        2,
        "the configuration folder no-such (-c) is not there",
        Map.of(),
        "agent",
        "-c",
        "no-such");
    Files.createDirectories(folder.resolve("a:b"));
    failsWith(2, "a colon in the configuration folder a:b", Map.of(), "agent", "-c", "a:b");
    failsWith(2, "avro-client needs avro-ipc-netty", Map.of(), "avro-client", "-H", "h", "-p", "1");
  }

  @Test
  void anOldJavaIsRefused() throws Exception {
    Path jdk = Files.createDirectories(folder.resolve("old jdk/bin")).getParent();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
    Path java = Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\nexit 9\n");
    assertTrue(java.toFile().setExecutable(true));
    failsWith(1, "is version 8: set JAVA_HOME", Map.of("JAVA_HOME", jdk.toString()), "version");
  }

  @Test
  void aHomeWithoutJavaIsRefused() throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("bash", "dirname", "readlink", "sed")) {
      String script = "#!/bin/sh\nexec " + onPath(tool) + " \"$@\"\n";
      assertTrue(Files.writeString(tools.resolve(tool), script).toFile().setExecutable(true));
    }
    failsWith(
        1,
        "there is no java: install a JDK 17",
        Map.of("JAVA_HOME", "", "PATH", tools.toString()),
        "version");
    failsWith(1, "has no bin/java", Map.of("JAVA_HOME", tools.toString()), "version");
  }

  private static Path onPath(String tool) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .map(entry -> Path.of(entry, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private void failsWith(
      int code, String error, Map<String, String> environment, String... arguments)
      throws Exception {
    try (AgentProcess run = home.run(folder, "flume-ng", environment, arguments)) {
      assertEquals(code, run.awaitExit(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().contains(error), run.err());
    }
  }

  private String dryRun(String command, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 2];
    all[0] = command;
    all[1] = "--dryrun";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    try (AgentProcess run = home.flumeNg(folder, all)) {
      assertEquals(0, run.awaitExit(), run.err());
      return run.out();
    }
  }
}
