package io.stocktrend.client.cli;

import io.stocktrend.client.Format;
import io.stocktrend.record.Dataset;
import java.util.Iterator;

/** The names that shells offer where an argument is one of few. */
final class Candidates {
  private Candidates() {}

  static final class Datasets implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Dataset.ids().iterator();
    }
  }

  static final class OutputFormats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return OutputFormat.ids().iterator();
    }
  }

  static final class FileFormats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Format.ids().iterator();
    }
  }
}
