package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class CausesTest {
  @Test
  void everyMessageIsSaidOnceAndInOneLine() {
    Throwable cause = new IOException("disk\n  full");
    Throwable failure = new IllegalStateException("cannot write", new RuntimeException(cause));
    assertEquals("cannot write: java.io.IOException: disk full", Causes.oneLine(failure));
  }

  @Test
  void anExceptionWithoutAMessageIsNamed() {
    assertEquals("NullPointerException", Causes.oneLine(new NullPointerException()));
  }

  @Test
  void aMissingClassIsCalledThatOnce() {
    Throwable failure = new NoClassDefFoundError("okhttp3/Call");
    failure.initCause(new ClassNotFoundException("okhttp3.Call"));
    assertEquals("the class okhttp3.Call is not on the class path", Causes.oneLine(failure));
  }

  @Test
  void aClassThatFailedToInitialiseIsNotCalledMissing() {
    Throwable failure = new NoClassDefFoundError("Could not initialize class okhttp3.Call");
    assertEquals("Could not initialize class okhttp3.Call", Causes.oneLine(failure));
  }
}
