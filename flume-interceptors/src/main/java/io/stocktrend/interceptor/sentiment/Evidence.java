package io.stocktrend.interceptor.sentiment;

/**
 * One reason for a score: the words of the text that gave it, in lower case, and their share in the
 * sum of which the score is made (positive is good).
 */
public record Evidence(String words, double weight) {}
