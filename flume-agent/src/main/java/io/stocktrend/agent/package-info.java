/**
 * Runs Flume agents: checks the agent file before anything starts, ends with an exit code that
 * tells, drains memory channels on stop, and survives a bad reload.
 */
package io.stocktrend.agent;
