package io.stocktrend.simulator.wire;

/** Answers one request as the real provider would. */
@FunctionalInterface
public interface Handler {

  Answer answer(Request request);
}
