package io.stocktrend.assembly;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the packaged modules to the arrows of the design, and packages free of cycles. */
final class ArchitectureIT {
  private static final String OURS = "io.stocktrend.";
  private static JavaClasses classes;

  @BeforeAll
  static void readTheJars() throws IOException {
    DistributionHome home = DistributionHome.built();
    List<JarFile> jars = new ArrayList<>();
    for (Path folder : List.of(home.pluginLib(), home.lib(), home.toolsLib())) {
      for (Path jar : ours(folder)) {
        jars.add(new JarFile(jar.toFile()));
      }
    }
    classes = new ClassFileImporter().importJars(jars);
    for (JarFile jar : jars) {
      jar.close();
    }
  }

  @ParameterizedTest(name = "{0} sees no {1}")
  @CsvSource({
    "record, source interceptor sink client agent simulator",
    "source, interceptor sink client agent simulator",
    "interceptor, source sink client agent simulator",
    "sink, source interceptor client agent simulator",
    "client, source interceptor sink agent simulator",
    "agent, simulator",
    "simulator, record source interceptor sink client agent"
  })
  void modulesSeeOnlyWhatTheyMay(String module, String others) {
    String[] packages =
        Stream.of(others.split(" ")).map(other -> OURS + other + "..").toArray(String[]::new);
    noClassOf(module, packages);
  }

  @ParameterizedTest(name = "{0} sees no {1}")
  @CsvSource({
    "record, okhttp3.. org.apache.parquet.. org.apache.hadoop.. java.sql.. com.mongodb..",
    "source, org.apache.parquet.. org.apache.hadoop.. java.sql.. com.mongodb..",
    "interceptor, org.apache.parquet.. org.apache.hadoop.. java.sql.. com.mongodb..",
    "sink, okhttp3.. org.duckdb..",
    "sink.batch, org.apache.parquet.. org.apache.hadoop.. java.sql.. org.postgresql..",
    "sink.file, java.sql.. org.postgresql..",
    "sink.quarantine, org.apache.parquet.. org.apache.hadoop.. java.sql.. org.postgresql..",
    "sink.jdbc, org.apache.parquet.. org.apache.hadoop.. com.mongodb..",
    "client, org.apache.flume.. okhttp3..",
    "simulator, org.apache.flume.. org.apache.avro.. okhttp3.. org.apache.hadoop.."
  })
  void modulesStayFreeOfTheLibrariesOfOthers(String module, String libraries) {
    noClassOf(module, libraries.split(" "));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(OURS + "(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void everyModuleIsLookedAt() {
    TreeSet<String> modules = new TreeSet<>();
    classes.forEach(found -> modules.add(found.getPackageName().split("\\.", -1)[2]));
    assertEquals(
        new TreeSet<>(
            List.of("agent", "client", "interceptor", "record", "simulator", "sink", "source")),
        modules);
  }

  private static void noClassOf(String module, String... packages) {
    noClasses()
        .that()
        .resideInAPackage(OURS + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .allowEmptyShould(true)
        .check(classes);
  }

  private static List<Path> ours(Path folder) throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(
              jar ->
                  jar.getFileName()
                      .toString()
                      .matches(
                          "(flume-(records|sources|interceptors|sinks|agent)|offline-client"
                              + "|provider-simulator)-.*"))
          .toList();
    }
  }
}
