package io.stocktrend.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FaultPointTest {
  /** Reaches two steps three times. */
  static final class Steps {
    private Steps() {}

    public static void main(String[] args) {
      for (int round = 1; round <= 3; round++) {
        FaultPoint.reach("first");
        System.out.print("f" + round);
        FaultPoint.reach("second");
        System.out.print("s" + round);
      }
      System.out.flush();
    }
  }

  @Test
  void theProcessDiesAtTheNamedStepAsIfKilled() throws Exception {
    assertEquals("f1 137", run("second"));
    assertEquals("f1s1f2 137", run("second@2"));
    assertEquals("f1s1f2s2f3s3 0", run("third"));
  }

  private static String run(String step) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-D" + FaultPoint.PROPERTY + "=" + step,
                Steps.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + " " + process.waitFor();
  }
}
