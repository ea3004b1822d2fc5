package io.stocktrend.source.http;

import java.time.Duration;

/** At most so many requests in any span of that length. */
record Window(int limit, Duration length) {}
