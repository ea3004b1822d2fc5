package io.stocktrend.sink.file;

import io.stocktrend.record.Dataset;

/** What one part file holds records of: one dataset in one folder. */
record Partition(String folder, Dataset dataset) {}
