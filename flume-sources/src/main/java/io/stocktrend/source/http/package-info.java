/**
 * How providers are asked: limits, retries, circuit breaker, transport, classification of answers,
 * and the redaction of secrets. Nothing above this package sees a socket.
 */
package io.stocktrend.source.http;
