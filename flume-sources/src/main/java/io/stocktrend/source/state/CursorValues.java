package io.stocktrend.source.state;

import java.time.Instant;
import java.util.Map;

/**
 * A whole cursor, or one change of it, as the state files hold it.
 *
 * @param version number of changes up to and with this one
 * @param sequence of the last slice that is in the channel
 * @param lastRun start of the last complete run, null before the first
 * @param marks texts of the feed by name: all of them, or those that the change sets
 * @param seen keys and what is remembered of them: all of them, or those that the change adds
 */
record CursorValues(
    long version,
    long sequence,
    Instant lastRun,
    Map<String, String> marks,
    Map<String, Seen> seen) {}
