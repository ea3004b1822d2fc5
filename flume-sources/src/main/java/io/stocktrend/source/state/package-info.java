/**
 * What a source remembers across restarts: which values it has emitted, when it last ran, and the
 * slice that was on its way into the channel.
 */
package io.stocktrend.source.state;
