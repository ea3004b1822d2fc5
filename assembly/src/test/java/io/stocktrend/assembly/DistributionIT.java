package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the archives. */
final class DistributionIT {
  private static final Pattern COMPONENT =
      Pattern.compile("pkg:maven/[^/\"]+/([^@\"]+)@([^?\"]+)\\?type=jar");

  private final DistributionHome home = DistributionHome.built();

  @TempDir Path folder;

  @Test
  void noArtifactIsTwiceOnTheAgentsClassPath() throws IOException {
    unique(home.lib(), home.pluginLib(), home.pluginLibext());
  }

  @Test
  void noArtifactIsTwiceOnTheToolsClassPath() throws IOException {
    unique(home.toolsLib());
  }

  @Test
  void thePluginsBringNothingThatAStockFlumeHas() throws IOException {
    PluginHome plugins = PluginHome.unpack(folder);
    Set<String> both = artifacts(plugins.lib());
    both.addAll(artifacts(plugins.libext()));
    both.retainAll(artifacts(StockFlumeHome.lib()));
    assertEquals(Set.of(), both);
  }

  @Test
  void thePluginsBringNoLoggingAndNothingThatFlumePutsFirst() throws IOException {
    PluginHome plugins = PluginHome.unpack(folder);
    List<String> banned =
        Stream.concat(JarName.in(plugins.lib()).stream(), JarName.in(plugins.libext()).stream())
            .map(JarName::artifact)
            .filter(
                name ->
                    name.matches(
                        "(slf4j|log4j|avro|jackson|guava|snappy|zstd|commons|flume-ng|junit).*"))
            .toList();
    assertEquals(List.of(), banned);
  }

  @Test
  void ourPluginsStandInLibAndEverythingElseInLibext() throws IOException {
    Set<String> lib = artifacts(home.pluginLib());
    assertTrue(
        lib.containsAll(
            Set.of("flume-records", "flume-sources", "flume-interceptors", "flume-sinks")),
        lib::toString);
    assertTrue(lib.stream().allMatch(name -> name.startsWith("flume-")), lib::toString);
    assertTrue(
        artifacts(home.pluginLibext()).stream().noneMatch(name -> name.startsWith("flume-")));
  }

  @Test
  void ourPluginsCarryTheirLicence() throws IOException {
    for (JarName jar : JarName.in(home.pluginLib())) {
      try (JarFile file = new JarFile(home.pluginLib().resolve(jar.file()).toFile())) {
        assertNotNull(file.getEntry("META-INF/LICENSE"), jar::toString);
        assertNotNull(file.getEntry("META-INF/NOTICE"), jar::toString);
      }
    }
  }

  @Test
  void theHomeHasThePluginsOfTheArchive() throws IOException {
    PluginHome plugins = PluginHome.unpack(folder);
    assertEquals(Set.copyOf(JarName.in(plugins.lib())), Set.copyOf(JarName.in(home.pluginLib())));
    assertEquals(
        Set.copyOf(JarName.in(plugins.libext())), Set.copyOf(JarName.in(home.pluginLibext())));
  }

  @Test
  void onlyTheLaunchersAreExecutable() throws IOException {
    try (Stream<Path> files = Files.walk(home.folder())) {
      Set<String> executable =
          files
              .filter(Files::isRegularFile)
              .filter(Files::isExecutable)
              .map(file -> home.folder().relativize(file).toString())
              .collect(Collectors.toSet());
      assertEquals(Set.of("bin/flume-ng", "bin/stocktrend"), executable);
    }
  }

  @Test
  void theBillOfMaterialsNamesEveryLibraryWithItsVersionAndNoOther() throws IOException {
    assumeFalse(System.getProperty("stocktrend.maven").equals("offline=true"), "not made offline");
    String bill = Files.readString(home.folder().resolve("sbom.json"));
    Set<String> listed =
        COMPONENT
            .matcher(bill)
            .results()
            .map(component -> component.group(1) + "-" + component.group(2) + ".jar")
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.walk(home.folder())) {
      Set<String> shipped =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".jar"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(shipped, listed);
    }
  }

  @Test
  void noCredentialsAreShipped() {
    assertFalse(Files.exists(home.conf().resolve("credentials.json")));
  }

  private static Set<String> artifacts(Path folder) throws IOException {
    return JarName.in(folder).stream()
        .map(JarName::artifact)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void unique(Path... folders) throws IOException {
    Set<String> seen = new HashSet<>();
    for (Path folder : folders) {
      for (JarName jar : JarName.in(folder)) {
        assertTrue(seen.add(jar.artifact()), () -> jar + " is there twice, once in " + folder);
      }
    }
    assertFalse(seen.isEmpty());
  }
}
