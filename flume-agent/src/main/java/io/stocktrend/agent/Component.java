package io.stocktrend.agent;

/** A component that an agent file lists. */
record Component(Kind kind, String name) {

  /** Where its keys stand in the file, e.g. {@code raw.sources.quotes}. */
  String prefix(String agent) {
    return agent + "." + kind.key() + "." + name;
  }

  @Override
  public String toString() {
    return kind.label() + " " + name;
  }
}
