package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StdioTest {
  @Test
  void theWidthIsThatOfTheTerminal() {
    assertEquals(132, Stdio.width("132", true));
    assertEquals(80, Stdio.width(null, true));
    assertEquals(80, Stdio.width("wide", true));
    assertEquals(Integer.MAX_VALUE, Stdio.width(null, false));
  }
}
