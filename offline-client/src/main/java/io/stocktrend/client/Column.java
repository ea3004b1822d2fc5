package io.stocktrend.client;

/** A column of an answer: its name, and its type as SQL names it, e.g. {@code DOUBLE}. */
public record Column(String name, String type) {}
