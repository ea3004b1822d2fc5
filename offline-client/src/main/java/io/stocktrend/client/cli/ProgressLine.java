package io.stocktrend.client.cli;

/** One line on a terminal that says how far a command has come; nothing elsewhere. */
public final class ProgressLine {
  private static final String ERASE = "\r\u001b[K";

  private final Stdio stdio;
  private boolean shown;

  public ProgressLine(Stdio stdio) {
    this.stdio = stdio;
  }

  /** Shows a text in place of the last one. */
  public void show(String text) {
    if (stdio.terminal()) {
      String cut = text.length() < stdio.width() ? text : text.substring(0, stdio.width() - 1);
      stdio.err().print(ERASE + cut);
      stdio.err().flush();
      shown = true;
    }
  }

  /** Frees the line for what else is to be said. */
  public void clear() {
    if (shown) {
      stdio.err().print(ERASE);
      stdio.err().flush();
      shown = false;
    }
  }
}
