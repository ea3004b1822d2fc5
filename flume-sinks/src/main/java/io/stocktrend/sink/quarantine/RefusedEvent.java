package io.stocktrend.sink.quarantine;

import org.apache.flume.Event;

/** An event that no retry can save, and why. */
public record RefusedEvent(Event event, String reason) {}
