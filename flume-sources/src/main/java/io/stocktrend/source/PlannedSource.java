package io.stocktrend.source;

/** A source that can tell, once it is configured, when it runs and what that costs. */
public interface PlannedSource {
  /** The plan of the settings that the source was configured with last. */
  SourcePlan plan();
}
