package io.stocktrend.agent.command;

/** How many of all, as a bar and in percent. */
record ProgressBar(int done, int all) {
  private static final int WIDTH = 20;

  @Override
  public String toString() {
    int filled = all == 0 ? WIDTH : (int) ((long) WIDTH * done / all);
    int percent = all == 0 ? 100 : (int) (100L * done / all);
    return "[%s%s] %3d %%".formatted("#".repeat(filled), " ".repeat(WIDTH - filled), percent);
  }
}
