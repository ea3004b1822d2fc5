/**
 * A loopback stand-in for the data providers, with their real misbehaviour.
 *
 * <p>Misbehaviour is a list of rules ({@link io.stocktrend.simulator.Fault}), given in code or as a
 * JSON file of one array:
 *
 * <pre>{@code
 * [
 *   {"route": "yahoo.quote", "kind": "invalid-crumb", "after": 3, "times": 1},
 *   {"route": "finnhub.*", "kind": "status", "status": 429, "retryAfter": "30", "times": 2},
 *   {"route": "yahoo.chart", "symbol": "TSLA", "kind": "null-row", "row": -2}
 * ]
 * }</pre>
 *
 * <p>{@code route} (a route, {@code provider.*} or {@code *}) and {@code kind} are required. {@code
 * symbol} narrows the rule to requests that name it, {@code after} lets so many through first,
 * {@code times} ends it (absent: never). Rules are tried in order, the first whose turn it is acts,
 * and a rule counts the requests that reach it. All other members are parameters of the kind:
 *
 * <ul>
 *   <li>{@code invalid-crumb}: 401, Yahoo's refusal of a crumb
 *   <li>{@code crumb-429}: 429, {@code Too Many Requests} and a line end; {@code retryAfter}
 *   <li>{@code status}: {@code status}, and optionally {@code body}, {@code retryAfter} (the
 *       header's text: seconds or a date) or {@code retryAfterDate} (a date so many seconds ahead)
 *   <li>{@code slow}: the healthy answer after {@code millis}
 *   <li>{@code hang}: no answer until the simulator is closed
 *   <li>{@code cut}: the connection ends half-way through the announced body
 *   <li>{@code truncated}: a well-framed answer that ends half-way through its JSON
 *   <li>{@code html}: a page instead of JSON, with {@code status} (default 200)
 *   <li>{@code note}, {@code information}, {@code premium}, {@code error-message}: Alpha Vantage's
 *       four refusals with status 200; {@code information} repeats the caller's key
 *   <li>{@code empty}: the provider's own answer for nothing found; a symbol is left out of a list
 *   <li>{@code missing-members}: without the {@code members} named, in every object
 *   <li>{@code null-row}: row {@code row} of a chart null, from the end if negative (default -2)
 *   <li>{@code split}: a chart as after a split of {@code ratio} (default 2) to one before the
 *       session of {@code date}: nothing until that session opens, then the whole history adjusted
 *   <li>{@code oversized}: {@code bytes} of padding (default 2 GiB)
 *   <li>{@code redirect}: to {@code location}, with {@code status} (default 302)
 *   <li>{@code future-time}: times one day ahead
 *   <li>{@code negative-price}: prices below zero
 * </ul>
 */
package io.stocktrend.simulator;
